import { Body, Controller, type ExecutionContext, Get, Post } from '@nestjs/common';
import { ThrottleCost, ThrottleGroup, type ThrottlingPolicy } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { remaining } from './rate-limit';

interface Batch {
  readonly items: readonly unknown[];
}
const itemsOf = (context: ExecutionContext) =>
  context.switchToHttp().getRequest<{ body: Batch }>().body.items.length;

@Controller('events')
class EventsController {
  @Get()
  list() {
    return [];
  }

  @Get('search')
  @ThrottleCost(3)
  search() {
    return [];
  }

  @Post('batch')
  @ThrottleCost(itemsOf)
  batch(@Body() { items }: Batch) {
    return items.length;
  }

  @Get('export')
  @ThrottleGroup('exports')
  export() {
    return [];
  }
}

@Controller('venues')
class VenuesController {
  @Get()
  list() {
    return [];
  }

  @Get('export')
  @ThrottleGroup('exports')
  export() {
    return [];
  }
}

const exports: ThrottlingPolicy = {
  ...{ name: 'exports', limit: 9, windowMs: 60_000, scope: { group: 'exports' } },
};
const policies = (scope: 'route' | 'controller' | 'global') => [
  { name: 'default', limit: 50, windowMs: 60_000, scope },
  exports,
];

describe.each(PLATFORMS)('A policy on %s', (_name, create) => {
  async function start(scope: 'route' | 'controller' | 'global') {
    const { send } = await startApp(create, {
      options: { throttling: { policies: policies(scope) } },
      controllers: [EventsController, VenuesController],
    });
    return { send, left: async (path: string) => remaining(await send(path)) };
  }

  it('counts each route apart', async () => {
    const { left } = await start('route');
    expect([await left('/events'), await left('/events'), await left('/venues')]).toEqual([
      ...['49', '48', '49'],
    ]);
  });

  it('counts the routes of a controller together', async () => {
    const { left } = await start('controller');
    expect([await left('/events'), await left('/events/search')]).toEqual(['49', '46']);
    expect(await left('/venues')).toBe('49');
  });

  it('counts all routes together', async () => {
    const { left } = await start('global');
    expect([await left('/events'), await left('/venues')]).toEqual(['49', '48']);
  });

  it('counts the routes of a group together, and no other', async () => {
    const { left } = await start('route');
    expect([await left('/events/export'), await left('/venues/export')]).toEqual(['8', '7']);
    expect(await left('/events')).toBe('49');
  });

  it('charges what a request costs, or nothing at all', async () => {
    const { send, left } = await start('route');
    expect([await left('/events/search'), await left('/events/search')]).toEqual(['47', '44']);
    const batch = async (items: number) =>
      send('/events/batch', { body: { items: Array.from({ length: items }, () => 0) } });
    expect(remaining(await batch(20))).toBe('30');
    expect(remaining(await batch(0))).toBe('30');
    const refused = await batch(40);
    expect(refused.status).toBe(429);
    expect(remaining(refused)).toBe('30');
    expect(remaining(await batch(30))).toBe('0');
  });
});

it.each(PLATFORMS)('a group that no policy has stops the start on %s', async (_name, create) => {
  const options = { throttling: { policies: [] } };
  await expect(startApp(create, { options, controllers: [VenuesController] })).rejects.toThrow(
    '@ThrottleGroup() on VenuesController.export names the group "exports", which no policy has: give one of throttling.policies the scope { group: "exports" }.',
  );
});
