import { describe, expect, it } from 'vitest';
import { type CreateAdapter, PLATFORMS, startApp } from '../../support/platforms';
import type { Answer } from '../../support/request';
import { MiddlewareModule } from './middleware.module';
import { PathsController } from './paths.controller';

const traceIdIn = ({ headers }: Answer) => headers.get('x-trace-id');
const bodyTraceId = ({ body }: Answer) => (body as { error: { traceId: string } }).error.traceId;
const ID = /^[\da-f]{32}$/;
const PREFLIGHT = { origin: 'https://shop.example', 'access-control-request-method': 'GET' };

const start = (create: CreateAdapter) =>
  startApp(create, {
    controllers: [PathsController],
    imports: [MiddlewareModule],
    configure: (app) => {
      app.enableCors();
      app.use('/used', () => {
        throw new Error('secret');
      });
    },
  });

describe.each(PLATFORMS)('The trace id on %s', (_name, create) => {
  it.each([
    ['a handler', '/fine', {}, 200],
    ['a handler that answers nothing', '/fine', { body: { a: 1 } }, 204],
    ['HEAD', '/fine', { method: 'HEAD' }, 200],
    ['a redirect', '/moved', {}, 302],
    ['a file', '/file', {}, 200],
    ['server-sent events', '/events', {}, 200],
    ['the raw response', '/raw-end', {}, 200],
    ['writeHead() of the raw response', '/raw-head', {}, 200],
    ['middleware', '/middleware-answers', {}, 200],
    ['a preflight', '/fine', { method: 'OPTIONS', headers: PREFLIGHT }, 204],
  ])('is on an answer of %s', async (_what, path, init, status) => {
    const { send } = await start(create);
    const answer = await send(path, init);
    expect(answer.status).toBe(status);
    expect(traceIdIn(answer)).toMatch(ID);
  });

  it('is what @TraceId() gives', async () => {
    const { send } = await start(create);
    const answer = await send('/fine');
    expect(answer.body).toEqual({ traceId: traceIdIn(answer) });
  });

  it.each([
    ['a handler that throws', '/error', {}, 500],
    ['a handler that rejects', '/async-error', {}, 404],
    ['a guard', '/guarded', {}, 403],
    ['an unknown path', '/nothing', {}, 404],
    ['a wrong method', '/error', { method: 'DELETE' }, 405],
    ['malformed JSON', '/fine', { body: '{"a":' }, 400],
    ['a body that is too large', '/fine', { body: { a: 'x'.repeat(2 ** 21) } }, 413],
    ['middleware that throws', '/middleware-throws', {}, 500],
    ['middleware that hands on an error', '/middleware-fails', {}, 500],
    ['app.use()', '/used', {}, 500],
    ['a handler that set the header itself', '/overwritten', {}, 404],
  ])('is the same in header, body and log after %s', async (_what, path, init, status) => {
    const { send, logger } = await start(create);
    const answer = await send(path, init);
    expect(answer.status).toBe(status);
    expect(traceIdIn(answer)).toMatch(ID);
    expect(bodyTraceId(answer)).toBe(traceIdIn(answer));
    expect(logger.failures.map(({ message }) => message)).toEqual([
      expect.stringContaining(`traceId=${traceIdIn(answer)}`),
    ]);
  });

  it('is on an answer whose stream fails', async () => {
    const { send } = await start(create);
    expect(traceIdIn(await send('/broken-file'))).toMatch(ID);
  });

  it('is on an answer outside the global prefix', async () => {
    const { send } = await startApp(create, { configure: (app) => app.setGlobalPrefix('api') });
    const answer = await send('/nothing');
    expect(answer.status).toBe(404);
    expect(traceIdIn(answer)).toMatch(ID);
  });

  it('can have another header', async () => {
    const options = { tracing: { header: 'X-Request-Id' } };
    const { send } = await startApp(create, { options });
    const answer = await send('/nothing');
    expect(answer.headers.get('x-request-id')).toBe(bodyTraceId(answer));
    expect(traceIdIn(answer)).toBeNull();
  });

  it('is nowhere with tracing: false', async () => {
    const { send } = await startApp(create, {
      controllers: [PathsController],
      options: { tracing: false },
    });
    const failure = await send('/error');
    expect(traceIdIn(failure)).toBeNull();
    expect(failure.body).not.toHaveProperty('error.traceId');
    expect((await send('/fine')).body).toEqual({});
  });
});
