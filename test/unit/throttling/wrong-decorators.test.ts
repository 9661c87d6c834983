import 'reflect-metadata';
import { SkipThrottle, Throttle } from '@nestjs/throttler';
import { describe, expect, it } from 'vitest';
import { configuredPolicy } from '../../../lib/throttling/configured-policy';
import { routePolicies } from '../../../lib/throttling/route-policies';

const BURST = { name: 'burst', limit: 10, windowMs: 1_000 };
const DAILY = { name: 'daily', limit: 500, windowMs: 86_400_000 };

class WrongController {
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

describe('a wrong decorator is refused:', () => {
  it.each([
    [
      'an unknown name without a ttl',
      'half',
      [BURST, DAILY],
      '@Throttle() on WrongController.half names the policy "default", which throttling.policies does not have ("burst", "daily"): give it both limit and ttl, or use the name of a policy.',
    ],
    [
      'a limit without a ttl where no policy is configured',
      'half',
      [],
      '@Throttle() on WrongController.half names the policy "default", which throttling.policies does not have (it has none): give it both limit and ttl, or use the name of a policy.',
    ],
    [
      'a skip of an unknown name',
      'skipped',
      [BURST, DAILY],
      '@SkipThrottle() on WrongController.skipped names the policy "default", which throttling.policies does not have ("burst", "daily"). To skip all of them, write @SkipThrottle({ "burst": true, "daily": true }).',
    ],
    [
      'a limit of zero',
      'zero',
      [],
      '@Throttle() on WrongController.zero: limit of "default" must be a positive integer, at most 2147483647, but it is 0.',
    ],
    [
      'an endless ttl',
      'endless',
      [],
      '@Throttle() on WrongController.endless: ttl of "default" must be a positive integer, at most 2147483647, but it is Infinity.',
    ],
    [
      'a negative blockDuration',
      'negative',
      [],
      '@Throttle() on WrongController.negative: blockDuration of "default" must be an integer from 0, at most 2147483647, but it is -1.',
    ],
  ])('%s', (_, method, configured, message) => {
    const { [method]: handler } = WrongController.prototype as unknown as Record<string, Function>;
    expect(() =>
      routePolicies(
        WrongController,
        handler as Function,
        configured.map((policy) => configuredPolicy('test', policy)),
      ),
    ).toThrow(new TypeError(message));
  });
});
