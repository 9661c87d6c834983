import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './run';
import { scaffold } from './scaffold';
import type { Consumer } from './scaffold';
import { serve } from './serve';
import type { Served } from './serve';

const identity = `
import * as imported from 'nestjs-errors';
import { createRequire } from 'node:module';
const required = createRequire(process.cwd() + '/')('nestjs-errors');
console.log(Object.keys(required).filter((name) => imported[name] !== required[name]).join());`;

interface Case {
  readonly name: string;
  readonly cli: readonly [string, ...string[]];
  /** The major version of @nestjs/core that the scaffold must get. */
  readonly nest: string;
}

/** Does what a user does, from `nest new` to requests. */
export function describeConsumer({ name, cli, nest }: Case): void {
  describe(name, () => {
    let consumer: Consumer;
    let served: Served;

    beforeAll(async () => {
      consumer = await scaffold(cli);
      await run(consumer.folder, 'npm', 'run', 'build');
      served = await serve(consumer);
    });

    afterAll(async () => {
      await served?.stop();
      if (consumer) await rm(consumer.workspace, { recursive: true, force: true });
    });

    it(`runs Nest ${nest}`, async () => {
      const script = "console.log(require('@nestjs/core/package.json').version)";
      const version = await run(consumer.folder, process.execPath, '-e', script);
      expect(version.split('.')[0]).toBe(nest);
    });

    it.each(answers)('answers $method $path with our body', async (expected) => {
      const { method, path, body, status, error } = expected;
      const answer = await fetch(`${served.url}${path}`, {
        method,
        ...(body && {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
      });
      expect(answer.status).toBe(status);
      const traceId = answer.headers.get('x-trace-id');
      expect(traceId).toMatch(/^[0-9a-f]{32}$/);
      const timestamp = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;
      expect(await answer.json()).toEqual({
        error: { ...error, timestamp, traceId, path, method },
      });
    });

    it('gets the same classes and tokens from import and from require', async () => {
      const options = ['--input-type=module', '--eval', identity];
      expect(await run(consumer.folder, process.execPath, ...options)).toBe('\n');
    });

    it('passes its own tests', async () => {
      await run(consumer.folder, 'npm', 'test');
    });

    it('compiles under every strict option, our declarations included', async () => {
      const strict = ['--strict', '--strictPropertyInitialization', 'false', '--noEmit'];
      const stricter = ['--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
      const options = [...strict, ...stricter, '--skipLibCheck', 'false', '--types', 'node'];
      await run(consumer.folder, 'npx', 'tsc', '-p', 'tsconfig.build.json', ...options);
    });
  });
}

const answers = [
  {
    method: 'GET',
    path: '/shop/bug',
    status: 500,
    error: {
      code: 'INTERNAL_ERROR',
      message: 'An unexpected error occurred. Please try again later.',
    },
  },
  {
    method: 'GET',
    path: '/shop/closed',
    status: 409,
    error: { code: 'SHOP_CLOSED', message: 'The shop is closed' },
  },
  {
    method: 'POST',
    path: '/shop',
    body: { name: '', quantity: 0 },
    status: 422,
    error: {
      code: 'VALIDATION_FAILED',
      message: 'Request validation failed',
      details: {
        name: ['Name is required'],
        quantity: ['Quantity must be greater than or equal to 1'],
      },
    },
  },
  {
    method: 'GET',
    path: '/nowhere',
    status: 404,
    error: { code: 'ROUTE_NOT_FOUND', message: 'No such route' },
  },
];
