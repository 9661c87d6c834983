import { Controller, Get, type INestApplication } from '@nestjs/common';
import { memoryStore, type RateLimitStore, trackByHeader, trackByUser } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';

@Controller()
class EventsController {
  @Get('events')
  list() {
    return [];
  }
}

interface SignedIn {
  readonly headers: Readonly<Record<string, string | undefined>>;
  user?: unknown;
}

interface FastifyHooks {
  addHook(
    name: 'onRequest',
    hook: (request: SignedIn, reply: object, done: () => void) => void,
  ): void;
}

/** The user as an earlier guard or hook has verified it: here the header's own word. */
function signIn(app: INestApplication): void {
  const hook = (request: SignedIn, _response: object, done: () => void): void => {
    const { 'x-user': text } = request.headers;
    request.user = text === undefined ? undefined : JSON.parse(text);
    done();
  };
  const adapter = app.getHttpAdapter();
  if (adapter.getType() === 'express') app.use(hook);
  else (adapter.getInstance() as unknown as FastifyHooks).addHook('onRequest', hook);
}

const controllers = [EventsController];
const policies = [{ name: 'default', limit: 1, windowMs: 60_000 }];

describe.each(PLATFORMS)('A tracker on %s', (_name, create) => {
  it.each([
    ['its id', trackByUser(), { id: 7 }, { id: 8 }],
    ['its subject, without an id', trackByUser(), { sub: 'a' }, { sub: 'b' }],
    ['another member', trackByUser('tenant'), { id: 1, tenant: 'x' }, { id: 1, tenant: 'y' }],
  ])('by user counts by %s', async (_what, tracker, one, other) => {
    const options = { throttling: { policies, tracker } };
    const { send, logger } = await startApp(create, { options, controllers, configure: signIn });
    const as = async (user: object) =>
      (await send('/events', { headers: { 'x-user': JSON.stringify(user) } })).status;
    expect([await as(one), await as(one), await as(other)]).toEqual([200, 429, 200]);

    expect((await send('/events')).status).toBe(200);
    expect((await send('/events')).status).toBe(429);
    expect(logger.lines.filter(({ level }) => level === 'warn')).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('returned nothing') as string }),
    );
  });

  it('by header counts by its value, whatever the case of its name', async () => {
    const options = { throttling: { policies, tracker: trackByHeader('Tenant-Code') } };
    const { send } = await startApp(create, { options, controllers });
    const as = async (tenant: string) =>
      (await send('/events', { headers: { 'tenant-code': tenant } })).status;
    expect([await as('a'), await as('a'), await as('b')]).toEqual([200, 429, 200]);
  });

  it('leaves nothing of a client in the keys of the store with a secret', async () => {
    const keys: string[] = [];
    const inner = memoryStore();
    const store: RateLimitStore = {
      consume(hits, nowMs) {
        keys.push(...hits.map(({ key }) => key));
        return inner.consume(hits, nowMs);
      },
    };
    const tracker = trackByHeader('x-email');
    const keysWith = async (keySecret: string) => {
      const options = { throttling: { policies, tracker, store, keySecret } };
      const { send } = await startApp(create, { options, controllers });
      await send('/events', { headers: { 'x-email': 'ada@example.com' } });
      await send('/events');
      return keys.splice(0);
    };
    const some = await keysWith('a secret of the application');
    expect(some).toEqual([
      expect.stringMatching(/^#[\w-]{43}$/),
      expect.stringMatching(/^#[\w-]{43}$/),
    ]);
    expect(await keysWith('a secret of the application')).toEqual(some);
    expect(await keysWith('another secret, as long')).not.toContain(some[0]);
  });
});
