import { Controller, Get } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';

@Controller()
class EventsController {
  @Get('events')
  list() {
    return [];
  }
}

const parts = {
  options: { throttling: { policies: [{ name: 'default', limit: 1, windowMs: 60_000 }] } },
  controllers: [EventsController],
};
const HEADERS = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset', 'Retry-After'];
const origin = 'https://app.example';

describe.each(PLATFORMS)('Rate-limit headers under CORS on %s', (_name, create) => {
  it('are exposed to other origins, beside what is exposed already, also on a 429', async () => {
    const { send } = await startApp(create, {
      ...parts,
      configure: (app) => app.enableCors({ origin, exposedHeaders: ['ETag'] }),
    });
    for (const status of [200, 429]) {
      const answer = await send('/events', { headers: { origin } });
      expect(answer.status).toBe(status);
      const exposed = answer.headers.get('access-control-expose-headers')?.split(', ');
      expect(exposed).toEqual(expect.arrayContaining(['ETag', ...HEADERS]));
      expect(new Set(exposed).size).toBe(exposed?.length);
    }
  });

  it('are not exposed where CORS is off', async () => {
    const { send } = await startApp(create, parts);
    const { headers } = await send('/events', { headers: { origin } });
    expect(headers.get('access-control-expose-headers')).toBeNull();
  });
});
