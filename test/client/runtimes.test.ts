import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFaultServer } from './fault-server';
import { bundleSuite } from './suite/bundle-suite';
import { cases } from './suite/cases';

const run = promisify(execFile);

/** Each from its npm package, which npx keeps. */
const runtimes = [
  { name: 'Node 20', command: ['node@20'], isRequired: true },
  { name: 'Node 22', command: ['node@22'], isRequired: true },
  { name: 'Node 24', command: ['node@24'], isRequired: true },
  { name: 'Deno', command: ['deno@2.9.6', 'run', '--allow-net'], isRequired: false },
  { name: 'Bun', command: ['bun@1.4.5'], isRequired: false },
];

const startsHere = ([program = '']: readonly string[]) =>
  spawnSync('npx', ['--yes', program, '--version'], { timeout: 120_000 }).status === 0;

let server: Server;
let url: string;
let folder: string;

beforeAll(async () => {
  ({ server, url } = await startFaultServer());
  folder = await mkdtemp(join(tmpdir(), 'nestjs-errors-client-'));
  await writeFile(join(folder, 'suite.mjs'), await bundleSuite());
  const main = `import { runSuite } from './suite.mjs';
    console.log(JSON.stringify(await runSuite(${JSON.stringify(url)})));
    globalThis.process?.exit?.(0); globalThis.Deno?.exit(0);`;
  await writeFile(join(folder, 'main.mjs'), main);
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(runtimes)('The client in $name', ({ name, command, isRequired }) => {
  it('passes the suite of all runtimes', async ({ skip }) => {
    if (!isRequired && !startsHere(command)) {
      console.warn(`${name} does not start here: the client is not tested in it.`);
      skip();
    }
    const { stdout } = await run('npx', ['--yes', ...command, join(folder, 'main.mjs')]);
    const results = JSON.parse(stdout) as Record<string, string>;
    expect(results).toEqual(Object.fromEntries(cases.map(([title]) => [title, ''])));
  });
});
