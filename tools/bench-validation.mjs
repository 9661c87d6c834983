import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './root.mjs';

// Compiles the bench, has typia write its validators, and runs it: npm run bench:validation
const bench = join(root, 'test/bench');
const written = join(bench, 'dist/typia');
run('node_modules/typescript/bin/tsc', ['-p', bench]);
run('node_modules/typia/lib/executable/typia.js', [
  'generate',
  ...['--input', join(bench, 'validation/typia')],
  ...['--output', written],
  ...['--project', join(bench, 'tsconfig.json')],
]);
await build({
  entryPoints: [join(written, 'validators.ts')],
  outfile: join(bench, 'dist/validation/typia-validators.js'),
  bundle: true,
  platform: 'node',
  logLevel: 'warning',
});
run('--expose-gc', [join(bench, 'dist/validation/main.js'), ...process.argv.slice(2)], 'inherit');

/**
 * @param {string} script
 * @param {string[]} args
 * @param {'inherit' | 'ignore'} output
 */
function run(script, args, output = 'ignore') {
  const first = script.startsWith('--') ? script : join(root, script);
  const { status } = spawnSync(process.execPath, [first, ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', output, 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
}
