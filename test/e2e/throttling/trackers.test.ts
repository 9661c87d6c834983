import { Controller, type ExecutionContext, Get } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { limitHeaders, remaining } from './rate-limit';

interface TrackedRequest {
  readonly headers: Record<string, string | undefined>;
}

const byTenant = {
  getTracker: (request: Record<string, unknown>) =>
    Promise.resolve((request as unknown as TrackedRequest).headers['tenant-code'] ?? ''),
};
const byTeam = {
  generateKey: (_context: ExecutionContext, tracker: string, name: string) =>
    `${name}/${tracker.split('.')[0]}`,
};

@Controller()
class EventsController {
  @Get('events')
  list() {
    return [];
  }

  @Get('tenants')
  @Throttle({ default: byTenant })
  byTenant() {
    return [];
  }

  @Get('teams')
  @Throttle({ default: byTeam })
  byTeam() {
    return [];
  }

  @Get('teams/members')
  @Throttle({ default: byTeam })
  byTeamToo() {
    return [];
  }
}

const controllers = [EventsController];
const policies = [{ name: 'default', limit: 5, windowMs: 60_000 }];
const userOf = (context: ExecutionContext) =>
  context.switchToHttp().getRequest<TrackedRequest>().headers['x-user'];

describe.each(PLATFORMS)('Trackers on %s', (_name, create) => {
  it.each([
    ['at once', userOf],
    ['later', async (context: ExecutionContext) => userOf(context)],
  ])('by user count each user alone, where they answer %s', async (_when, tracker) => {
    const { send } = await startApp(create, {
      options: { throttling: { policies, tracker } },
      controllers,
    });
    const as = async (user: string) =>
      remaining(await send('/events', { headers: { 'x-user': user } }));
    expect([await as('ada'), await as('ada'), await as('bob')]).toEqual(['4', '3', '4']);
  });

  it('that yield nothing leave the address, apart from users of that name, and warn once', async () => {
    const { send, logger } = await startApp(create, {
      options: { throttling: { policies, tracker: userOf } },
      controllers,
    });
    const as = async (headers: Record<string, string>) =>
      remaining(await send('/events', { headers }));

    expect(await as({})).toBe('4');
    expect(await as({ 'x-user': '127.0.0.1' })).toBe('4');
    expect(await as({ 'x-user': '~127.0.0.1' })).toBe('4');
    expect(await as({})).toBe('3');
    expect(warnings(logger)).toEqual([
      expect.stringContaining(
        'The throttling tracker returned nothing for EventsController.list: such requests count under',
      ),
    ]);
  });

  it('of a decorator replace the configured one for their route', async () => {
    const { send } = await startApp(create, {
      options: { throttling: { policies, tracker: userOf } },
      controllers,
    });
    const as = async (tenant: string, user: string) =>
      remaining(await send('/tenants', { headers: { 'tenant-code': tenant, 'x-user': user } }));
    expect(await as('acme', 'ada')).toBe('4');
    expect(await as('acme', 'bob')).toBe('3');
    expect(await as('globex', 'ada')).toBe('4');
  });

  it('may be joined by a generated key, also over routes', async () => {
    const { send } = await startApp(create, {
      options: { throttling: { policies, tracker: userOf } },
      controllers,
    });
    const as = async (path: string, user: string) =>
      remaining(await send(path, { headers: { 'x-user': user } }));
    expect(await as('/teams', 'red.ada')).toBe('4');
    expect(await as('/teams/members', 'red.bob')).toBe('3');
    expect(await as('/teams', 'blue.eve')).toBe('4');
  });

  it('may be as long as a token', async () => {
    const { send } = await startApp(create, {
      options: { throttling: { policies, tracker: userOf } },
      controllers,
    });
    const as = async (user: string) =>
      limitHeaders(await send('/events', { headers: { 'x-user': user } }));
    expect(await as(`${'x'.repeat(4_000)}1`)).toMatchObject({ status: 200, remaining: '4' });
    expect(await as(`${'x'.repeat(4_000)}2`)).toMatchObject({ status: 200, remaining: '4' });
    expect(await as(`${'x'.repeat(4_000)}1`)).toMatchObject({ status: 200, remaining: '3' });
  });
});

function warnings(logger: { readonly lines: readonly { level: string; message: string }[] }) {
  return logger.lines.filter(({ level }) => level === 'warn').map(({ message }) => message);
}
