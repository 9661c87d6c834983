import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Runs `npm ci` unless node_modules holds what package-lock.json asks for. */
export function install() {
  if (isInstalled()) return;
  console.log('Installing dependencies (npm ci) …');
  // No dependency needs its install script; NODE_ENV=production must not drop the tools.
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  const npm = process.env['npm_execpath'];
  const { status, error } = npm?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** npm keeps the lockfile of what it installed: no stamp of our own can go stale. */
function isInstalled() {
  const installed = readPackages('node_modules/.package-lock.json');
  if (installed === undefined) return false;
  return Object.entries(readPackages('package-lock.json') ?? {})
    .filter(([path, wanted]) => path.includes('node_modules/') && !wanted.optional)
    .every(
      ([path, wanted]) =>
        installed[path]?.version === wanted.version && existsSync(join(root, path)),
    );
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version?: string; optional?: boolean }> | undefined}
 */
function readPackages(lockfile) {
  const path = join(root, lockfile);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}
