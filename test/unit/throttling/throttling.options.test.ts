import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../lib/throttling/stores/memory-store';
import { resolveThrottling } from '../../../lib/throttling/resolve-throttling';
import type { ThrottlingOptions } from '../../../lib/throttling/throttling.options';

const resolve = (options: unknown) =>
  resolveThrottling(options as ThrottlingOptions, { trustedProxies: undefined });
const policy = (changes: object) => ({
  policies: [{ name: 'default', limit: 60, windowMs: 60_000, ...changes }],
});

describe('throttling options', () => {
  it('have a default for everything', () => {
    const { policies, clock, store } = resolve({});
    expect({ policies, clock }).toEqual({ policies: [], clock: Date.now });
    expect(store).toHaveProperty('consume');
    expect(resolve({ policies: undefined, tracker: undefined, store: undefined })).toBeDefined();
  });

  it.each([
    [{ polices: [] }, 'throttling has no option "polices". Did you mean "policies"?'],
    [{ policies: {} }, 'throttling.policies must be a list of { name, limit, windowMs }.'],
    [{ policies: [1] }, 'throttling.policies[0] must be an object.'],
    [policy({ name: '' }), 'throttling.policies[0].name must be a text, such as "default".'],
    [
      policy({ limit: 0 }),
      'throttling.policies[0].limit must be a positive integer, at most 2147483647, but it is 0.',
    ],
    [
      policy({ limit: '60' }),
      'throttling.policies[0].limit must be a positive integer, at most 2147483647, but it is "60".',
    ],
    [
      policy({ windowMs: 2 ** 31 }),
      'throttling.policies[0].windowMs must be a positive integer, at most 2147483647, but it is 2147483648.',
    ],
    [
      policy({ windowMs: undefined }),
      'throttling.policies[0].windowMs must be a positive integer, at most 2147483647, but it is undefined.',
    ],
    [
      policy({ ttl: 60_000 }),
      'throttling.policies[0] has no option "ttl". Known options: name, limit, windowMs, algorithm, burst, per, timeZone, scope, cost, block, shadow, countOnly, tracker, generateKey, skipIf, ignoreUserAgents.',
    ],
    [
      { policies: [...policy({}).policies, ...policy({}).policies] },
      'throttling.policies[1].name repeats "default": give each policy its own name.',
    ],
    [{ tracker: 'ip' }, 'throttling.tracker must be a function that names the client.'],
    [{ store: {} }, 'throttling.store must be a store, such as memoryStore().'],
    [{ store: null }, 'throttling.store must be a store, such as memoryStore().'],
    [{ clock: () => Number.NaN }, 'throttling.clock must be a function that returns milliseconds.'],
  ])('%j is refused', (options, message) => {
    expect(() => resolve(options)).toThrow(new TypeError(message));
  });

  it.each([0, 1.5, -1, Number.NaN, 2e7])('memoryStore refuses to keep %d keys', (maxKeys) => {
    expect(() => memoryStore({ maxKeys })).toThrow(
      `memoryStore: maxKeys must be an integer from 1 to 10000000, but it is ${maxKeys}.`,
    );
  });
});
