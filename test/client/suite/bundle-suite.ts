import { join } from 'node:path';
import { build } from 'esbuild';

/** The suite with the built client as one ES module that any runtime can load. */
export async function bundleSuite(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'run-suite.ts')],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
