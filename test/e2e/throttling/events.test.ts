import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Controller, Get } from '@nestjs/common';
import type { ThrottlingEvent } from 'nestjs-errors';
import { afterEach, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { START_MS, TestClock } from './rate-limit';

@Controller()
class EventsController {
  @Get('events')
  list() {
    return [];
  }
}

const CHANNEL = 'nestjs-errors:throttling';
const events: ThrottlingEvent[] = [];
const listen = (event: unknown) => void events.push(event as ThrottlingEvent);

afterEach(() => {
  unsubscribe(CHANNEL, listen);
  events.length = 0;
});

it.each(PLATFORMS)('Each decision is published on %s, shadows too', async (_name, create) => {
  const { send } = await startApp(create, {
    options: {
      throttling: {
        clock: new TestClock().read,
        policies: [
          { name: 'default', limit: 2, windowMs: 1_000 },
          { name: 'planned', limit: 1, windowMs: 1_000, shadow: true },
        ],
      },
    },
    controllers: [EventsController],
  });
  subscribe(CHANNEL, listen);
  for (let count = 0; count < 3; count++) await send('/events');
  const known = { key: '127.0.0.1', cost: 1, resetAtMs: START_MS + 1_000 };
  const policy = (name: string, remaining: number, isViolated: boolean) => ({
    ...{ ...known, name, remaining, isViolated, isShadow: name === 'planned' },
    limit: name === 'planned' ? 1 : 2,
    retryAtMs: isViolated ? START_MS + 1_000 : undefined,
  });
  const decision = (isAllowed: boolean, ...policies: object[]) => ({
    ...{ type: 'decision', isAllowed, nowMs: START_MS, policies },
    controller: EventsController,
    handler: EventsController.prototype.list,
  });
  expect(events).toEqual([
    decision(true, policy('default', 1, false), policy('planned', 0, false)),
    decision(true, policy('default', 0, false), policy('planned', 0, true)),
    decision(false, policy('default', 0, true), policy('planned', 0, true)),
  ]);
});
