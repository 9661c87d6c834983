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
  pace: false,
  breaker: false,
  debug: false,
  logLevel: 'debug',
  random: Math.random,
  auth: undefined,
  clock: undefined,
  fetch: undefined,
  isResolved: undefined,
  logger: undefined,
  on: undefined,
  reducePayload: undefined,
  // Of a call; here they are for every call.
  idempotencyKey: undefined,
  init: undefined,
  signal: undefined,
} as const satisfies { [Name in keyof Required<AllOptions>]: AllOptions[Name] };

type AllOptions = Omit<ClientOptions & CallOptions, 'auth'> & Pick<ClientOptions, 'auth'>;
type Given = {
  [Name in keyof typeof DEFAULTS]: (typeof DEFAULTS)[Name] extends undefined ? never : Name;
}[keyof typeof DEFAULTS];

/** Options with every default filled in; the rest has none. */
export type ResolvedOptions = Required<Pick<AllOptions, Given>> & Omit<AllOptions, Given>;

/** @throws TypeError if an option is unknown, or should be a number from 0 up and is not */
export function assignOptions<T extends object>(options: T, given: object): T {
  for (const [name, value] of Object.entries(given) as [keyof typeof DEFAULTS, unknown][]) {
    if (value === undefined) continue;
    if (!(name in DEFAULTS) || (typeof DEFAULTS[name] === 'number' && !((value as number) >= 0))) {
      throw new TypeError(`wrong option ${name}: ${value as string}`);
    }
    options[name as keyof T] = value as T[keyof T];
  }
  return options;
}
