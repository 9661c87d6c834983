import { Controller, type ExecutionContext, Get } from '@nestjs/common';
import type { ThrottlingOptions } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';
import { limitHeaders, NO_LIMIT, remaining } from './rate-limit';

@Controller()
class EventsController {
  @Get('events')
  list() {
    return [];
  }
}

const headersOf = (context: ExecutionContext) =>
  context.switchToHttp().getRequest<{ headers: Record<string, string> }>().headers;
const isInternal = (context: ExecutionContext) => headersOf(context)['x-internal'] === 'yes';
const policies = [{ name: 'default', limit: 5, windowMs: 60_000 }];

describe.each(PLATFORMS)('On %s', (_name, create) => {
  async function start(throttling: ThrottlingOptions) {
    const { send } = await startApp(create, {
      options: { throttling: { policies, ...throttling }, trustProxies: ['127.0.0.1'] },
      controllers: [EventsController],
    });
    return async (headers: Record<string, string> = {}) => send('/events', { headers });
  }

  it.each([
    ['at once', isInternal],
    ['later', async (context: ExecutionContext) => isInternal(context)],
  ])('requests that skipIf names %s are not counted', async (_when, skipIf) => {
    const send = await start({ skipIf });
    expect(limitHeaders(await send({ 'x-internal': 'yes' }))).toEqual({ status: 200, ...NO_LIMIT });
    expect(remaining(await send())).toBe('4');
  });

  it('user agents are ignored each time, though their expression has a memory', async () => {
    const send = await start({ ignoreUserAgents: [/healthcheck/gi] });
    const agent = { 'user-agent': 'HealthCheck/1.0' };
    for (let count = 0; count < 3; count++) expect(remaining(await send(agent))).toBeNull();
    expect(remaining(await send({ 'user-agent': 'curl/8' }))).toBe('4');
  });

  it('a policy has exemptions of its own', async () => {
    const hourly = { name: 'hourly', limit: 9, windowMs: 3_600_000, ignoreUserAgents: [/probe/] };
    const send = await start({
      policies: [{ name: 'default', limit: 5, windowMs: 60_000, skipIf: isInternal }, hourly],
    });
    expect(remaining(await send())).toBe('4');
    expect(remaining(await send({ 'x-internal': 'yes' }))).toBe('7');
    expect(remaining(await send({ 'user-agent': 'probe' }))).toBe('3');
    expect(remaining(await send({ 'x-internal': 'yes', 'user-agent': 'probe' }))).toBeNull();
  });

  it('allowed clients are not counted, denied ones are refused', async () => {
    const send = await start({ allow: ['192.0.2.0/24', '2001:db8::/32'], deny: ['198.51.100.7'] });
    const from = async (address: string) => send({ 'x-forwarded-for': address });
    expect(remaining(await from('192.0.2.9'))).toBeNull();
    expect(remaining(await from('2001:db8:1::1'))).toBeNull();
    expect(remaining(await from('203.0.113.5'))).toBe('4');
    const denied = await from('198.51.100.7');
    expect(limitHeaders(denied)).toEqual({ status: 403, ...NO_LIMIT });
    expect(denied.body).toEqual(
      nestedBody({
        code: 'PERMISSION_DENIED',
        message: expect.any(String) as string,
        path: '/events',
      }),
    );
  });
});
