import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const maximumBytes = 7_600;

describe('nestjs-errors/client', () => {
  it(`is at most ${maximumBytes} bytes in a browser, minified and compressed`, async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: "import * as client from 'nestjs-errors/client'; globalThis.client = client;",
        resolveDir: __dirname,
      },
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      write: false,
    });
    expect(gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length).toBeLessThan(
      maximumBytes + 1,
    );
  });
});
