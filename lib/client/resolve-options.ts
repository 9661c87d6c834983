import { noop } from './noop';
import type { CallOptions, ClientOptions } from './options';

export const DEFAULTS = {
  baseUrl: '',
  headers: {},
  timeoutMs: 10_000,
  totalTimeoutMs: 60_000,
  maxRetryAfterMs: 60_000,
  retry: {},
  retryBudget: 100,
  recovery: {},
  on: {},
  pace: false,
  breaker: false,
  debug: false,
  logLevel: 'debug',
  fetch: (input, init) => fetch(input, init),
  clock: {
    now: () => Date.now(),
    setTimeout: (task, ms) => setTimeout(task, ms),
    clearTimeout: (timer) => clearTimeout(timer as Parameters<typeof clearTimeout>[0]),
  },
  random: Math.random,
  auth: undefined,
  isResolved: noop,
  logger: undefined,
  reducePayload: noop,
  // Of a call; here they are for every call.
  idempotencyKey: undefined,
  init: undefined,
  signal: undefined,
} as const satisfies { [Name in keyof Required<AllOptions>]: AllOptions[Name] | typeof noop };

type AllOptions = Omit<ClientOptions & CallOptions, 'auth'> & Pick<ClientOptions, 'auth'>;
type Undefinable = 'auth' | 'idempotencyKey' | 'init' | 'logger' | 'signal';

/** Options with every default filled in. */
export type ResolvedOptions = Omit<Required<ClientOptions>, Undefinable> &
  Pick<AllOptions, Undefinable>;

/** @throws TypeError if an option is unknown, or a number is none */
export function assignOptions<T extends object>(target: T, given: object): T {
  for (const [name, value] of Object.entries(given) as [string, unknown][]) {
    if (value === undefined) continue;
    if (!(name in target) || (/Ms$|Bud/.test(name) && !(Number(value) >= 0))) {
      throw new TypeError(`wrong option ${name}: ${value as string}`);
    }
    (target as Record<string, unknown>)[name] = value;
  }
  return target;
}
