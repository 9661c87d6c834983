import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../../package.json';
import { addShop } from './add-shop';
import { run } from './run';

const root = join(__dirname, '../../..');
const peers = ['class-validator', 'class-transformer', '@nestjs/throttler'] as const;

/** An application as `nest new` makes it, with the packed library. */
export interface Consumer {
  readonly folder: string;
  /** The folder to remove at the end. */
  readonly workspace: string;
}

/** @param cli the command that starts the Nest CLI */
export async function scaffold(cli: readonly [string, ...string[]]): Promise<Consumer> {
  const workspace = await mkdtemp(join(tmpdir(), 'nestjs-errors-consumer-'));
  const folder = join(workspace, 'shop');
  const [command, ...options] = cli;
  const settings = ['--skip-install', '--skip-git', '--package-manager', 'npm'];
  await run(workspace, command, ...options, 'new', 'shop', ...settings);
  await addShop(folder);
  await run(root, 'npm', 'pack', '--ignore-scripts', '--pack-destination', workspace);
  const tarball = join(workspace, `${manifest.name}-${manifest.version}.tgz`);
  const versions = peers.map((name) => `${name}@${manifest.devDependencies[name]}`);
  const quietly = ['--no-audit', '--no-fund', '--ignore-scripts'];
  await run(folder, 'npm', 'install', ...quietly, tarball, ...versions);
  return { folder, workspace };
}
