import { Controller, Get } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { nestedBody, problemBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';
import { START_MS, TestClock } from './rate-limit';

@Controller()
class EventsController {
  @Get('events')
  list() {
    return [];
  }
}

const policies = [
  { name: 'burst', limit: 1, windowMs: 10_000 },
  { name: 'sustained', limit: 1, windowMs: 60_000 },
  { name: 'daily', limit: 100, windowMs: 86_400_000 },
  { name: 'tried', limit: 1, windowMs: 60_000, shadow: true },
];
const SPOKEN = {
  limit: 1,
  remaining: 0,
  resetAt: new Date(Math.ceil((START_MS + 60_000) / 1000) * 1000).toISOString().replace('.000', ''),
  retryAfter: 60,
};

describe.each(PLATFORMS)('An exceeded quota on %s', (_name, create) => {
  async function refuse(accept: string) {
    const { read: clock } = new TestClock();
    const { send } = await startApp(create, {
      options: { throttling: { policies, clock } },
      controllers: [EventsController],
    });
    await send('/events');
    return send('/events', { headers: { accept } });
  }

  it('is a problem of its own type, which names the policies that were violated', async () => {
    const { status, body } = await refuse('application/problem+json');
    expect(status).toBe(429);
    expect(body).toEqual(
      problemBody({
        type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
        title: 'Request cannot be satisfied as assigned quota has been exceeded',
        status: 429,
        detail: 'API rate limit exceeded',
        code: 'RATE_LIMIT_EXCEEDED',
        instance: '/events',
        ...SPOKEN,
        'violated-policies': ['burst', 'sustained'],
      }),
    );
  });

  it('is told of the most pressing policy alone in the other formats', async () => {
    const { body } = await refuse('application/json');
    expect(body).toEqual(
      nestedBody({
        code: 'RATE_LIMIT_EXCEEDED',
        message: 'API rate limit exceeded',
        details: SPOKEN,
        path: '/events',
        method: 'GET',
      }),
    );
  });
});
