import { Controller, Get } from '@nestjs/common';
import { Throttle, ThrottlerStorageService } from '@nestjs/throttler';
import { afterEach, describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { limitHeaders } from './rate-limit';

@Controller()
class EventsController {
  @Get('events')
  list() {
    return [];
  }

  @Get('strict')
  @Throttle({ default: { limit: 1, ttl: 60_000, blockDuration: 120_000 } })
  strict() {
    return [];
  }
}

const storages: ThrottlerStorageService[] = [];
afterEach(() => {
  for (const each of storages.splice(0)) each.onApplicationShutdown();
});

function storage(): ThrottlerStorageService {
  const created = new ThrottlerStorageService();
  storages.push(created);
  return created;
}

const policies = [{ name: 'default', limit: 2, windowMs: 60_000 }];

describe.each(PLATFORMS)('A ThrottlerStorage on %s', (_name, create) => {
  it('serves as a store', async () => {
    const { send } = await startApp(create, {
      options: { throttling: { policies, store: storage() } },
      controllers: [EventsController],
    });
    const told = async (path: string) => limitHeaders(await send(path));
    expect(await told('/events')).toMatchObject({ status: 200, limit: '2', remaining: '1' });
    expect(await told('/events')).toMatchObject({ status: 200, limit: '2', remaining: '0' });
    expect(await told('/events')).toMatchObject({ status: 429, retryAfter: '60' });
    expect(await told('/strict')).toMatchObject({ status: 200, limit: '1' });
    expect(await told('/strict')).toMatchObject({ status: 429, retryAfter: '120' });
  });

  it.each([
    [{ algorithm: 'token-bucket' as const }],
    [{ cost: 2 }],
    [{ countOnly: 'failures' as const }],
  ])('stops the start for a policy beyond it: %j', async (beyond) => {
    const throttling = {
      policies: [{ name: 'default', limit: 2, windowMs: 60_000, ...beyond }],
      store: storage(),
    };
    await expect(startApp(create, { options: { throttling } })).rejects.toThrow(
      /the policy "default"/,
    );
  });

  it('that fails is replaced by a local limiter', async () => {
    const broken = { increment: () => Promise.reject(new Error('no Redis')) };
    const { send, logger } = await startApp(create, {
      options: { throttling: { policies, store: broken } },
      controllers: [EventsController],
    });
    const statuses = [];
    for (let count = 0; count < 3; count++) statuses.push((await send('/events')).status);
    expect(statuses).toEqual([200, 200, 429]);
    const errors = logger.lines.filter(({ level }) => level === 'error');
    expect(errors.map(({ message }) => message)).toEqual([
      'The rate-limit store fails: each process limits for itself. Error: no Redis',
    ]);
  });
});
