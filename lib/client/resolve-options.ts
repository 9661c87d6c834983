import { RETRY_MATRIX } from './call/retry-matrix';
import type { ClientOptions, Recovery, RetryRule } from './options';
import { systemClock } from './call/clock';

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
  clock: systemClock,
  random: Math.random,
  auth: undefined,
  isResolved: undefined,
  logger: undefined,
  reducePayload: undefined,
} as const satisfies { [Name in keyof Required<ClientOptions>]: ClientOptions[Name] | undefined };

type Undefinable = 'auth' | 'isResolved' | 'logger' | 'reducePayload';

/** Options with every default filled in. */
export type ResolvedOptions = Omit<Required<ClientOptions>, Undefinable> &
  Pick<ClientOptions, Undefinable>;

/** @throws TypeError if an option is unknown, or a number is none */
export function resolveOptions(given: ClientOptions): ResolvedOptions {
  const options: Record<string, unknown> = { ...DEFAULTS };
  for (const [name, value] of Object.entries(given) as [string, unknown][]) {
    if (!(name in options) || (/Ms$|Budget/.test(name) && !(Number(value ?? 0) >= 0))) {
      throw new TypeError(`createClient: wrong option ${name}: ${String(value)}`);
    }
    if (value !== undefined) options[name] = value;
  }
  return options as unknown as ResolvedOptions;
}

export type Rules = Readonly<Record<string, RetryRule | Recovery>>;

/** The matrix, with what it says in words: refresh first, and check if resolved. */
export function rulesOf(
  { retry, isResolved }: ResolvedOptions,
  ofCall: ClientOptions['retry'] = {},
): Rules {
  const isOn = retry && ofCall;
  return {
    ...(isOn && RETRY_MATRIX),
    401: false,
    AUTH_TOKEN_EXPIRED: 'REFRESH_TOKEN',
    409: (error) => (isOn && isResolved?.(error)) ?? false,
    ...(ofCall && retry),
    ...ofCall,
  };
}
