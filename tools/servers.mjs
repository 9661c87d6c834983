import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// node tools/servers.mjs redis-server …: programs that tests start, by their Debian packages. One
// that is missing is installed if that is ours to do; else its tests say so, and fail with CI=true.
const wanted = new Set(process.argv.slice(2));
const debianPostgres = existsSync('/usr/lib/postgresql')
  ? readdirSync('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`)
  : [];
const programs = [
  { commands: ['postgres'], folders: debianPostgres, debianPackage: 'postgresql' },
  { commands: ['redis-server'], folders: [], debianPackage: 'redis-server' },
  {
    commands: ['chromium', 'chromium-browser', 'google-chrome'],
    folders: [],
    debianPackage: 'chromium',
  },
];

const missing = programs.filter(
  (program) => wanted.has(program.debianPackage) && !isInstalled(program),
);
if (missing.length > 0) installMissing();

/** @param {(typeof programs)[number]} program */
function isInstalled({ commands, folders }) {
  const path = (process.env['PATH'] ?? '').split(':');
  return [...path, ...folders].some((folder) =>
    commands.some((command) => existsSync(join(folder, command))),
  );
}

function installMissing() {
  const packages = missing.map(({ debianPackage }) => debianPackage);
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!isDebianRoot) {
    console.warn(`Not found, and not installed without root on Debian: ${packages.join(', ')}.`);
    return;
  }
  console.log(`Installing what tests start (apt-get): ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (status !== 0) console.warn(`apt-get ${args[0]} failed.`);
  }
}
