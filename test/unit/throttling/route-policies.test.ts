import 'reflect-metadata';
import { SkipThrottle, Throttle } from '@nestjs/throttler';
import { describe, expect, it } from 'vitest';
import { configuredPolicy } from '../../../lib/throttling/configured-policy';
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

  @SkipThrottle()
  skipped() {}
}

function policiesOf(
  controller: Function,
  method: string,
  configured = [BURST, DAILY],
): RoutePolicy[] {
  const { [method]: handler } = controller.prototype as Record<string, Function>;
  return routePolicies(
    controller,
    handler as Function,
    configured.map((policy) => configuredPolicy('test', policy)),
  );
}

function limits(controller: Function, method: string, configured = [BURST, DAILY]) {
  return policiesOf(controller, method, configured).map(({ name, limit, windowMs }) => ({
    name,
    limit,
    windowMs,
  }));
}

describe('the policies of a route', () => {
  it('are the configured ones without a decorator', () => {
    expect(limits(BareController, 'list')).toEqual([BURST, DAILY]);
  });

  it('keep the values that a decorator on the class does not give', () => {
    expect(limits(EventsController, 'list')).toEqual([{ ...BURST, limit: 4 }, DAILY]);
  });

  it('take a value of the method before that of the class', () => {
    expect(limits(EventsController, 'search')).toEqual([
      { name: 'burst', limit: 2, windowMs: 5_000 },
      DAILY,
    ]);
  });

  it('lack those that the method or the class skips', () => {
    expect(limits(EventsController, 'health')).toEqual([DAILY]);
    expect(limits(OpenController, 'list')).toEqual([]);
  });

  it('have one back that the class skips and the method does not', () => {
    expect(limits(OpenController, 'search')).toEqual([DAILY]);
  });

  it('follow an inherited class decorator', () => {
    expect(limits(VenuesController, 'list')).toEqual([{ ...BURST, limit: 4 }, DAILY]);
  });

  it('follow the class that inherits a method, and an override of it', () => {
    expect(limits(StrictController, 'health')).toEqual([DAILY]);
    expect(limits(StrictController, 'list')).toEqual([
      { ...BURST, limit: 1 },
      { ...DAILY, limit: 5 },
    ]);
    expect(limits(StrictController, 'search')).toEqual([
      { name: 'burst', limit: 2, windowMs: 5_000 },
      DAILY,
    ]);
  });

  it('are those of its decorator where none is configured', () => {
    const [policy] = policiesOf(BareController, 'search', []);
    expect(policy).toMatchObject({ name: 'default', limit: 3, windowMs: 1_000, blockMs: 9_000 });
    expect(limits(BareController, 'list', [])).toEqual([]);
  });

  it('gain one that a decorator defines whole', () => {
    expect(limits(BareController, 'search')).toEqual([
      BURST,
      DAILY,
      { name: 'default', limit: 3, windowMs: 1_000 },
    ]);
  });

  it('may skip what is not there where no policy is configured', () => {
    expect(limits(BareController, 'skipped', [])).toEqual([]);
    expect(limits(BareController, 'skipped', [DEFAULT])).toEqual([]);
  });
});
