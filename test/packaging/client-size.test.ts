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
    { names: '*', maximumBytes: 6_800 },
    { names: '{ createClient }', maximumBytes: 5_820 },
    { names: '{ isApiError }', maximumBytes: 120 },
    { names: '{ fieldErrors }', maximumBytes: 150 },
    { names: '{ setFormErrors }', maximumBytes: 310 },
    { names: '{ partialFailures }', maximumBytes: 190 },
    { names: '{ parseErrorBody }', maximumBytes: 720 },
    { names: '{ messages }', maximumBytes: 780 },
    { names: '{ report }', maximumBytes: 780 },
  ])('is at most $maximumBytes bytes for $names', async ({ names, maximumBytes }) => {
    expect(await sizeOf(names)).toBeLessThan(maximumBytes + 1);
  });
});
