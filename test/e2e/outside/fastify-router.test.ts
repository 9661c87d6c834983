import { Controller, Get, Param } from '@nestjs/common';
import { FastifyAdapter, RouteConstraints } from '@nestjs/platform-fastify';
import { fastify } from 'fastify';
import { ErrorsModule } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { flatBody, nestedBody } from '../../support/bodies';
import { startApp, type TestAppParts } from '../../support/platforms';

@Controller('cats')
class CatsController {
  @Get(':id') find(@Param('id') id: string) {
    return { id };
  }
}

@Controller('tenants')
class TenantsController {
  @Get() @RouteConstraints({ tenant: 'ada' }) list() {
    return [];
  }
}

const start = (options = {}, parts: TestAppParts = {}) =>
  startApp(() => new FastifyAdapter(options), { controllers: [CatsController], ...parts });

/** A constraint that Fastify asks asynchronously, and that fails. */
const failingConstraint = {
  name: 'tenant',
  storage: () => ({ get: () => null, set() {} }),
  deriveConstraint(_request: unknown, _context: unknown, done: (error: Error) => void) {
    done(new Error('postgres://admin:hunter2@db'));
  },
};

describe('What Fastify’s router refuses', () => {
  it.each([
    ['a malformed path', '/cats/%FF', 400, 'BAD_REQUEST', 'The request is invalid'],
    ['one outside of routes', '/%FF', 400, 'BAD_REQUEST', 'The request is invalid'],
    [
      'a parameter that is too long',
      `/cats/${'x'.repeat(101)}`,
      414,
      'URI_TOO_LONG',
      'The request address is too long',
    ],
  ])('has the contract: %s', async (_what, path, status, code, message) => {
    const { send, logger } = await start();

    const answer = await send(`${path}?token=secret`);

    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.body).toEqual(nestedBody({ code, message, path }));
    const traceId = answer.headers.get('x-trace-id');
    expect(answer.body).toMatchObject({ error: { traceId } });
    expect(logger.failures.map((line) => line.message)).toEqual([
      `GET ${path} ${status} ${code}: ${message} traceId=${traceId}`,
    ]);
  });

  it('has the contract of its path', async () => {
    const imports = [ErrorsModule.forFeature({ path: '/cats', format: 'flat' })];
    const { send } = await start({}, { imports });
    expect((await send('/cats/%FF')).body).toEqual(
      flatBody({
        status: 400,
        error: 'Bad Request',
        message: 'The request is invalid',
        path: '/cats/%FF',
      }),
    );
  });

  it('shows nothing of a constraint that fails', async () => {
    const constraints = { tenant: failingConstraint as never };
    const instance = fastify({ routerOptions: { constraints } });
    const { send, logger } = await startApp(() => new FastifyAdapter(instance as never), {
      controllers: [TenantsController],
    });

    const answer = await send('/tenants');

    expect(answer.status).toBe(500);
    expect(answer.body).toEqual(
      nestedBody({
        code: 'INTERNAL_ERROR',
        message: 'An unexpected error occurred. Please try again later.',
        path: '/tenants',
      }),
    );
    expect(logger.failures).toHaveLength(1);
    expect(JSON.stringify(logger.lines)).not.toContain('hunter2');
  });

  it('is the application’s where it has a handler of its own', async () => {
    const { send, logger } = await start({
      frameworkErrors: (
        _error: unknown,
        _request: unknown,
        reply: { code(status: number): { send(text: string): void } },
      ) => reply.code(418).send('mine'),
    });
    const answer = await send('/cats/%FF');
    expect(answer).toMatchObject({ status: 418, body: 'mine' });
    expect(answer.headers.get('x-trace-id')).toMatch(/^[\da-f]{32}$/);
    expect(logger.failures).toEqual([]);
  });

  it('has the contract where that handler hands the error back', async () => {
    const seen: unknown[] = [];
    const { send, logger } = await start({
      frameworkErrors: (
        error: unknown,
        _request: unknown,
        reply: { send(body: unknown): void },
      ) => {
        seen.push(error);
        reply.send(error);
      },
    });
    const answer = await send('/cats/%FF');
    expect(seen).toMatchObject([{ code: 'FST_ERR_BAD_URL' }]);
    expect(answer.body).toMatchObject({ error: { code: 'BAD_REQUEST' } });
    expect(logger.failures).toHaveLength(1);
  });

  it('is left to Fastify where the application says so', async () => {
    const { send, logger } = await start({}, { options: { rethrow: () => true } });
    expect((await send('/cats/%FF')).body).toMatchObject({ code: 'FST_ERR_BAD_URL' });
    expect(logger.failures).toEqual([]);
  });

  it('has the contract on injected requests, too', async () => {
    const { app } = await start();
    const adapter = app.getHttpAdapter() as unknown as FastifyAdapter;
    const answer = await adapter.inject({ url: '/cats/%FF' });
    expect(answer.json()).toMatchObject({
      error: { code: 'BAD_REQUEST', traceId: answer.headers['x-trace-id'] },
    });
  });
});
