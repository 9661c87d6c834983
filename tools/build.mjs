import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import { compactModule } from './compact-module.mjs';
import { root } from './root.mjs';

// Compiles the library, its client for ES modules and the sample app; quick if nothing changed.
removeOrphans();
compile('lib');
await bundleClient();
compile('sample-app');

/** @param {string} project */
function compile(project) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', project], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * The server code is CommonJS alone (one identity); the client has none to lose and ships both, each
 * as one small file. Members that start with `$` are its own: their names are shortened.
 */
async function bundleClient() {
  const client = join(root, 'dist/client');
  for (const file of readdirSync(client, { recursive: true, encoding: 'utf8' })) {
    if (/\.(js|map)$/.test(file)) rmSync(join(client, file));
  }
  /** @type {import('esbuild').CommonOptions} */
  const options = {
    ...{ minify: true, mangleProps: /^\$/, platform: 'neutral', target: 'es2022' },
    // Fields that a constructor assigns need not be declared as well.
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  };
  const { outputFiles } = await build({
    ...{ ...options, format: 'esm', bundle: true, write: false },
    ...{ absWorkingDir: root, entryPoints: ['lib/client/index.ts'], logLevel: 'warning' },
  });
  const compact = await compactModule(outputFiles[0]?.text ?? '');
  writeFileSync(join(client, 'index.mjs'), compact);
  const { code } = await transform(compact, { ...options, format: 'cjs' });
  writeFileSync(join(client, 'index.js'), code);
  writeFileSync(join(client, 'index.d.mts'), "export * from './index.js';\n");
}

/** tsc leaves the output of a source that was renamed; it would be packed. */
function removeOrphans() {
  const dist = join(root, 'dist');
  if (!existsSync(dist)) return;
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const source = /^(.*?)(\.js|\.d\.ts)$/.exec(file)?.[1];
    if (source !== undefined && !existsSync(join(root, 'lib', `${source}.ts`))) {
      rmSync(join(dist, file));
    }
  }
}
