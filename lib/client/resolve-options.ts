import { RETRY_MATRIX } from './call/retry-matrix';
import { table } from './errors/json';
import { noop } from './noop';
import type { ClientOptions, Recovery, RetryRule } from './options';

const DEFAULTS = {
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
  fetch: (input, init) => globalThis.fetch(input, init),
  clock: {
    now: () => Date.now(),
    setTimeout: (task, ms) => setTimeout(task, ms),
    clearTimeout: (timer) => clearTimeout(timer as Parameters<typeof clearTimeout>[0]),
  },
  random: () => Math.random(),
  auth: undefined,
  isResolved: noop,
  logger: undefined,
  reducePayload: noop,
} as const satisfies { [Name in keyof Required<ClientOptions>]: ClientOptions[Name] | typeof noop };

type Undefinable = 'auth' | 'logger';

/** Options with every default filled in. */
export type ResolvedOptions = Omit<Required<ClientOptions>, Undefinable> &
  Pick<ClientOptions, Undefinable>;

/** @throws TypeError if an option is unknown, or a number is none */
export function resolveOptions(given: ClientOptions): ResolvedOptions {
  return assignOptions({ ...DEFAULTS } as unknown as ResolvedOptions, given);
}

/** @throws TypeError if a number is none, or, unless any name may be added, an option is unknown */
export function assignOptions<T extends object>(target: T, given: object, isOpen?: boolean): T {
  for (const [name, value] of Object.entries(given) as [string, unknown][]) {
    if (value === undefined) continue;
    if (!(isOpen || name in target) || (/Ms$|Bud/.test(name) && !(Number(value) >= 0))) {
      throw new TypeError(`createClient: wrong option ${name}: ${String(value)}`);
    }
    (target as Record<string, unknown>)[name] = value;
  }
  return target;
}

/** The matrix, with what it says in words: refresh first, and check if resolved. */
export function rulesOf(
  { retry, isResolved, recovery }: ResolvedOptions,
  ofCall: ClientOptions['retry'] = {},
) {
  const isOn = retry && ofCall;
  return table<RetryRule | Recovery>(
    isOn && { ...RETRY_MATRIX, 401: 0, 409: isResolved },
    { AUTH_TOKEN_EXPIRED: 'REFRESH_TOKEN' },
    ofCall && retry,
    ofCall,
    recovery,
  );
}
