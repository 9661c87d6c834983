import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { PathsController } from './paths.controller';

describe.each(PLATFORMS)('The trace id on %s', (_name, create) => {
  it('can have another header', async () => {
    const options = { tracing: { header: 'X-Request-Id' } };
    const { send } = await startApp(create, { options });
    const { headers, body } = await send('/nothing');
    expect(headers.get('x-request-id')).toBe(
      (body as { error: { traceId: string } }).error.traceId,
    );
    expect(headers.get('x-trace-id')).toBeNull();
  });

  it('is nowhere with tracing: false', async () => {
    const options = { tracing: false as const };
    const { send } = await startApp(create, { controllers: [PathsController], options });
    const { headers, body } = await send('/nothing');
    expect(headers.get('x-trace-id')).toBeNull();
    expect(body).toMatchObject({ error: { code: 'ROUTE_NOT_FOUND' } });
    expect(body).not.toHaveProperty('error.traceId');
    expect((await send('/fine')).body).toEqual({});
  });
});
