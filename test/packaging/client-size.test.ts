import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** What a browser loads, minified and compressed, of an application that exports so much of it. */
async function sizeOf(names: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `export ${names} from 'nestjs-errors/client'`, resolveDir: __dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
}

// What is not used is left out by bundlers.
describe('nestjs-errors/client, minified and compressed', () => {
  it.each([
    { names: '*', maximumBytes: 6_322 },
    { names: '{ createClient }', maximumBytes: 5_417 },
    { names: '{ isApiError }', maximumBytes: 100 },
    { names: '{ fieldErrors }', maximumBytes: 122 },
    { names: '{ setFormErrors }', maximumBytes: 281 },
    { names: '{ partialFailures }', maximumBytes: 157 },
    { names: '{ parseErrorBody }', maximumBytes: 693 },
    { names: '{ messages }', maximumBytes: 740 },
    { names: '{ report }', maximumBytes: 724 },
  ])('is at most $maximumBytes bytes for $names', async ({ names, maximumBytes }) => {
    expect(await sizeOf(names)).toBeLessThan(maximumBytes + 1);
  });
});
