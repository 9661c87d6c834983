import 'reflect-metadata';
import { SkipThrottle, Throttle } from '@nestjs/throttler';
import { describe, expect, it } from 'vitest';
import { type RoutePolicy, routePolicies } from '../../../lib/throttling/route-policies';

const BURST = { name: 'burst', limit: 10, windowMs: 1_000 };
const DAILY = { name: 'daily', limit: 500, windowMs: 86_400_000 };
const DEFAULT = { name: 'default', limit: 60, windowMs: 60_000 };

@Throttle({ burst: { limit: 4 } })
class EventsController {
  list() {}

  @Throttle({ burst: { limit: 2, ttl: 5_000 } })
  search() {}

  @SkipThrottle({ burst: true })
  health() {}
}

class VenuesController extends EventsController {}

@Throttle({ burst: { limit: 1 } })
class StrictController extends EventsController {
  @Throttle({ daily: { limit: 5 } })
  override list() {}
}

@SkipThrottle({ burst: true, daily: true })
class OpenController {
  list() {}

  @SkipThrottle({ daily: false })
  search() {}
}

class BareController {
  list() {}

  @Throttle({ default: { limit: 3, ttl: 1_000, blockDuration: 9_000 } })
  search() {}

  @Throttle({ default: { limit: 3 } })
  half() {}

  @SkipThrottle()
  skipped() {}

  @Throttle({ default: { limit: 0, ttl: 1_000 } })
  zero() {}

  @Throttle({ default: { limit: 1, ttl: Number.POSITIVE_INFINITY } })
  endless() {}

  @Throttle({ default: { limit: 1, ttl: 1_000, blockDuration: -1 } })
  negative() {}
}

type Route = [controller: Function, handler: Function];

function limits([controller, handler]: Route, configured = [BURST, DAILY]) {
  return routePolicies(controller, handler, configured).map(
    ({ name, limit, windowMs }: RoutePolicy) => ({ name, limit, windowMs }),
  );
}

describe('the policies of a route', () => {
  it('are the configured ones without a decorator', () => {
    expect(limits([BareController, BareController.prototype.list])).toEqual([BURST, DAILY]);
  });

  it('keep the values that a decorator on the class does not give', () => {
    expect(limits([EventsController, EventsController.prototype.list])).toEqual([
      { ...BURST, limit: 4 },
      DAILY,
    ]);
  });

  it('take a value of the method before that of the class', () => {
    expect(limits([EventsController, EventsController.prototype.search])).toEqual([
      { name: 'burst', limit: 2, windowMs: 5_000 },
      DAILY,
    ]);
  });

  it('lack those that the method or the class skips', () => {
    expect(limits([EventsController, EventsController.prototype.health])).toEqual([DAILY]);
    expect(limits([OpenController, OpenController.prototype.list])).toEqual([]);
  });

  it('have one back that the class skips and the method does not', () => {
    expect(limits([OpenController, OpenController.prototype.search])).toEqual([DAILY]);
  });

  it('follow an inherited class decorator', () => {
    expect(limits([VenuesController, EventsController.prototype.list])).toEqual([
      { ...BURST, limit: 4 },
      DAILY,
    ]);
  });

  it('follow the class that inherits a method, and an override of it', () => {
    expect(limits([StrictController, EventsController.prototype.health])).toEqual([DAILY]);
    expect(limits([StrictController, StrictController.prototype.list])).toEqual([
      { ...BURST, limit: 1 },
      { ...DAILY, limit: 5 },
    ]);
    expect(limits([StrictController, EventsController.prototype.search])).toEqual([
      { name: 'burst', limit: 2, windowMs: 5_000 },
      DAILY,
    ]);
  });

  it('are those of its decorator where none is configured', () => {
    const [policy] = routePolicies(BareController, BareController.prototype.search, []);
    expect(policy).toMatchObject({ name: 'default', limit: 3, windowMs: 1_000, blockMs: 9_000 });
    expect(limits([BareController, BareController.prototype.list], [])).toEqual([]);
  });

  it('gain one that a decorator defines whole', () => {
    expect(limits([BareController, BareController.prototype.search])).toEqual([
      BURST,
      DAILY,
      { name: 'default', limit: 3, windowMs: 1_000 },
    ]);
  });

  it('may skip what is not there where no policy is configured', () => {
    expect(limits([BareController, BareController.prototype.skipped], [])).toEqual([]);
    expect(limits([BareController, BareController.prototype.skipped], [DEFAULT])).toEqual([]);
  });
});

describe('a wrong decorator is refused:', () => {
  it.each([
    [
      'an unknown name without a ttl',
      BareController.prototype.half,
      [BURST, DAILY],
      '@Throttle() on BareController.half names the policy "default", which throttling.policies does not have ("burst", "daily"): give it both limit and ttl, or use the name of a policy.',
    ],
    [
      'a limit without a ttl where no policy is configured',
      BareController.prototype.half,
      [],
      '@Throttle() on BareController.half names the policy "default", which throttling.policies does not have (it has none): give it both limit and ttl, or use the name of a policy.',
    ],
    [
      'a skip of an unknown name',
      BareController.prototype.skipped,
      [BURST, DAILY],
      '@SkipThrottle() on BareController.skipped names the policy "default", which throttling.policies does not have ("burst", "daily"). To skip all of them, write @SkipThrottle({ "burst": true, "daily": true }).',
    ],
    [
      'a limit of zero',
      BareController.prototype.zero,
      [],
      '@Throttle() on BareController.zero: limit of "default" must be a positive integer, at most 2147483647, but it is 0.',
    ],
    [
      'an endless ttl',
      BareController.prototype.endless,
      [],
      '@Throttle() on BareController.endless: ttl of "default" must be a positive integer, at most 2147483647, but it is Infinity.',
    ],
    [
      'a negative blockDuration',
      BareController.prototype.negative,
      [],
      '@Throttle() on BareController.negative: blockDuration of "default" must be an integer from 0, at most 2147483647, but it is -1.',
    ],
  ])('%s', (_, handler, configured, message) => {
    expect(() => routePolicies(BareController, handler, configured)).toThrow(
      new TypeError(message),
    );
  });
});
