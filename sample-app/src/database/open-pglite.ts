import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { Logger } from '@nestjs/common';

const manifest = createRequire(import.meta.url)('../../package.json') as {
  readonly dependencies: Readonly<Record<string, string>>;
};
const version = manifest.dependencies['@electric-sql/pglite'];
const KEPT = fileURLToPath(new URL(`../../.cache/pglite-${version}.tar.gz`, import.meta.url));

/**
 * Opens an empty database in memory. Setting one up takes seconds in WebAssembly: the first start
 * keeps the result in a file, the next ones begin with it.
 */
export async function openPglite(): Promise<PGlite> {
  return (await openKept()) ?? createAndKeep();
}

async function openKept(): Promise<PGlite | undefined> {
  try {
    return await PGlite.create({ loadDataDir: new Blob([await readFile(KEPT)]) });
  } catch {
    return undefined;
  }
}

async function createAndKeep(): Promise<PGlite> {
  const engine = await PGlite.create();
  try {
    const data = await engine.dumpDataDir('gzip');
    await mkdir(dirname(KEPT), { recursive: true });
    // Renamed when whole: another start must not read half a file.
    await writeFile(`${KEPT}.${process.pid}`, Buffer.from(await data.arrayBuffer()));
    await rename(`${KEPT}.${process.pid}`, KEPT);
  } catch (error) {
    new Logger('openPglite').warn(`The next start will be as slow as this one: ${String(error)}`);
  }
  return engine;
}
