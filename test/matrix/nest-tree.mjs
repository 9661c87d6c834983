import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/root.mjs';
import { nestVersions } from './nest-versions.mjs';

const copied = [
  ...['dist', 'lib', 'test/e2e', 'test/support', 'test/sample-app'],
  ...['docs', 'README.md', 'package.json', 'tsconfig.json', 'vitest.config.mts'],
];

/**
 * A copy of what the tests need, with a Nest of its own.
 * It lies in the repository, whose node_modules serve what it does not have.
 * @param {string} major
 */
export function prepareNestTree(major) {
  const tree = join(root, 'test/matrix/.cache', `nest-${major}`);
  mkdirSync(tree, { recursive: true });
  installNest(tree, JSON.stringify({ private: true, dependencies: nestVersions[major] }));
  for (const copy of copied) replace(join(root, copy), join(tree, copy));
  replace(join(root, 'test/matrix/versions.ts'), join(tree, 'test/e2e/versions.test.ts'));
  // The package is found by its own name, as in the repository.
  const self = join(tree, 'node_modules/nestjs-errors');
  rmSync(self, { recursive: true, force: true });
  symlinkSync(tree, self, 'junction');
  return tree;
}

/**
 * @param {string} tree
 * @param {string} manifest
 */
function installNest(tree, manifest) {
  const installed = join(tree, 'nest.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === manifest) return;
  rmSync(join(tree, 'node_modules'), { recursive: true, force: true });
  writeFileSync(join(tree, 'package.json'), manifest);
  const options = ['install', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', options, {
    cwd: tree,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(installed, manifest);
}

/**
 * @param {string} from
 * @param {string} to
 */
function replace(from, to) {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}
