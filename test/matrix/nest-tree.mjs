import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/root.mjs';
import { nestVersions } from './nest-versions.mjs';

/**
 * A folder with its own Nest, the built library installed beside it, and a copy of the tests.
 * It lies in the repository, whose node_modules serve what it does not have.
 * @param {string} major
 */
export function prepareNestTree(major) {
  const tree = join(root, 'test/matrix/.cache', `nest-${major}`);
  mkdirSync(tree, { recursive: true });
  installNest(tree, JSON.stringify({ private: true, dependencies: nestVersions[major] }));
  for (const copy of ['dist', 'package.json']) {
    replace(join(root, copy), join(tree, 'node_modules/nestjs-errors', copy));
  }
  for (const copy of ['test/e2e', 'test/support', 'tsconfig.json', 'vitest.config.mts']) {
    replace(join(root, copy), join(tree, copy));
  }
  replace(join(root, 'test/matrix/versions.ts'), join(tree, 'test/e2e/versions.test.ts'));
  return tree;
}

/**
 * @param {string} tree
 * @param {string} manifest
 */
function installNest(tree, manifest) {
  const path = join(tree, 'package.json');
  // npm writes its own lockfile last: an install that was broken off does not count.
  const complete = existsSync(join(tree, 'node_modules/.package-lock.json'));
  if (complete && readFileSync(path, 'utf8') === manifest) return;
  rmSync(join(tree, 'node_modules'), { recursive: true, force: true });
  writeFileSync(path, manifest);
  const options = ['install', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', options, {
    cwd: tree,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * @param {string} from
 * @param {string} to
 */
function replace(from, to) {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}
