import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportedNames } from './exported-names';

const dist = join(__dirname, '../../dist');
const declarations = [
  'index.d.ts',
  'testing/index.d.ts',
  'client/index.d.ts',
  'client/index.d.mts',
];
const [server = [], testing = [], client = [], importedClient = []] = exportedNames(
  ...declarations.map((file) => join(dist, file)),
);

// A change here is a change for every user: it belongs into CHANGELOG.md.
describe('The public API', () => {
  it.each([
    { subpath: 'nestjs-errors', snapshot: 'server' },
    { subpath: 'nestjs-errors/testing', snapshot: 'testing' },
    { subpath: 'nestjs-errors/client', snapshot: 'client' },
  ])('of $subpath has the values that were reviewed', async ({ subpath, snapshot }) => {
    const names = Object.keys((await import(subpath)) as object).toSorted();
    await expect(`${names.join('\n')}\n`).toMatchFileSnapshot(`public-api/${snapshot}.txt`);
  });

  it.each([
    { subpath: 'nestjs-errors', types: server, snapshot: 'server' },
    { subpath: 'nestjs-errors/testing', types: testing, snapshot: 'testing' },
    { subpath: 'nestjs-errors/client', types: client, snapshot: 'client' },
  ])('of $subpath has the types that were reviewed', async ({ types, snapshot }) => {
    await expect(`${types.join('\n\n')}\n`).toMatchFileSnapshot(`public-api/${snapshot}.d.ts.txt`);
  });

  it('has the same client for import and for require', async () => {
    const imported = Object.keys(await import('../../dist/client/index.mjs'));
    const required = Object.keys(await import('../../dist/client/index.js'));
    expect(required).toEqual(expect.arrayContaining(imported));
    expect(importedClient).toEqual(client);
  });
});
