import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** What becomes of a process that may not make code of strings. */
function run(source: string): string {
  const flags = ['--disallow-code-generation-from-strings', '--eval', source];
  const { stdout, stderr } = spawnSync(process.execPath, flags, { encoding: 'utf8' });
  return stdout + stderr;
}

describe('a process that forbids code generation', () => {
  it('cannot start Fastify, with us or without: its router makes code of strings', () => {
    expect(run("require('fastify')().get('/', () => 'x')")).toMatch(
      /EvalError: Code generation from strings disallowed for this context\n.*find-my-way/s,
    );
  });

  it('cannot start MikroORM, with us or without: it makes code of strings', () => {
    const starting = `
      const { EntitySchema, MikroORM } = require('@mikro-orm/postgresql');
      const properties = { id: { type: 'number', primary: true } };
      const entities = [new EntitySchema({ name: 'User', properties })];
      const discovery = { disableDynamicFileAccess: true };
      MikroORM.init({ entities, dbName: 'app', connect: false, discovery }).catch(console.log);`;
    expect(run(starting)).toMatch(
      /^EvalError: Code generation from strings disallowed for this context\n.*mikro-orm/s,
    );
  });

  it('starts Express', () => {
    expect(run("require('express')().get('/', () => 'x'); console.log('started')")).toBe(
      'started\n',
    );
  });
});
