import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import manifest from '../../../package.json';

const CACHE = join(__dirname, '../../../node_modules/.cache/nestjs-errors');
const VERSION = manifest.devDependencies['@electric-sql/pglite'];
const KEPT = join(CACHE, `pglite-${VERSION}.tar.gz`);

/** An empty PGlite. Setting one up takes seconds: what the first run made, the next ones load. */
export async function openPglite(): Promise<PGlite> {
  const kept = await readFile(KEPT).catch(() => undefined);
  if (kept) return PGlite.create({ loadDataDir: new Blob([kept]) });
  const engine = await PGlite.create();
  const data = await engine.dumpDataDir('gzip');
  await mkdir(CACHE, { recursive: true });
  await writeFile(`${KEPT}.${process.pid}`, Buffer.from(await data.arrayBuffer()));
  await rename(`${KEPT}.${process.pid}`, KEPT);
  return engine;
}

/** PGlite behind a socket, so that clients of PostgreSQL can use it. It has one session for all. */
export function createPgliteServer(engine: PGlite): Server {
  return createServer((socket) => {
    let last: Promise<unknown> = Promise.resolve();
    const answer = async (before: Promise<unknown>, data: Buffer) => {
      await before;
      socket.write(await engine.execProtocolRaw(new Uint8Array(data)));
    };
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => {
      last = answer(last, data);
    });
  });
}
