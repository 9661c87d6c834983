import type { BreakerEvent, BreakerOptions } from './call/breaker';
import type { Clock } from './call/clock';
import type { AnyCodes } from './errors/codes';
import type { Action, ApiError, FailedRequest } from './errors/api-error';

/**
 * Repeats after the first attempt; `true` stands for the matrix's number, and a function decides
 * by the failure. Keys are codes, or statuses.
 */
export type RetryRule<Codes = AnyCodes> =
  number | boolean | ((error: ApiError<Codes>) => number | boolean | Promise<number | boolean>);

/** By code or status; a code wins. `false` repeats nothing. */
export type RetryRules<Codes = AnyCodes> = Readonly<Record<string | number, RetryRule<Codes>>>;

/** What to do about a code, or a function that does it and says whether to repeat the request. */
export type Recovery<Codes = AnyCodes> =
  Action | ((error: ApiError<Codes>) => Action | boolean | void | Promise<Action | boolean | void>);

export interface AuthOptions {
  /** The access token, asked for before each attempt; undefined sends none. */
  token(): string | undefined | Promise<string | undefined>;
  /**
   * Gets a new token, so that `token()` returns it. Many calls share one refresh.
   * Calls of the same client in here need `auth: false`.
   */
  refresh?(): unknown;
  /** Also refreshes on a 401 that names no code, as `flat` APIs answer. @default false */
  bare401?: boolean;
}

/** What is about to be sent, secrets taken out. */
export interface RequestEvent extends FailedRequest {
  /** ISO 8601. */
  readonly time: string;
  readonly attempt: number;
}

export interface ResponseEvent {
  readonly time: string;
  readonly attempt: number;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly traceId: string | undefined;
  readonly durationMs: number;
  /** Of `api.get()` and its like: the first 1000 characters, secrets taken out. */
  readonly body?: string | undefined;
}

export interface ErrorEvent<Codes = AnyCodes> {
  readonly time: string;
  readonly attempt: number;
  readonly error: ApiError<Codes>;
  /** Until the next attempt; undefined where there is none. */
  readonly waitMs: number | undefined;
}

/** Observers; what they throw is swallowed, and what they get holds no secrets. */
export interface Hooks<Codes = AnyCodes> {
  request?(event: RequestEvent): void;
  response?(event: ResponseEvent): void;
  /** A call failed, after every attempt. */
  error?(event: ErrorEvent<Codes>): void;
  /** An attempt failed and will be repeated. */
  retry?(event: ErrorEvent<Codes>): void;
  breaker?(event: BreakerEvent): void;
}

export interface Logger<Codes = AnyCodes> {
  request?(event: RequestEvent): void;
  response?(event: ResponseEvent): void;
  error?(event: ErrorEvent<Codes>): void;
}

export interface ClientOptions<Codes = AnyCodes> {
  /** Paths are appended to it. Tokens and `headers` go to its origin alone. @default '' */
  baseUrl?: string;
  /** Sent with every call, such as `tenant-code` and `api-version`. @default {} */
  headers?: Readonly<Record<string, string>>;
  /** For one attempt, 0 for none. @default 10000 */
  timeoutMs?: number;
  /** For a call with every attempt and wait, 0 for none. @default 60000 */
  totalTimeoutMs?: number;
  /** A longer wait than this, asked for by a server, fails at once. @default 60000 */
  maxRetryAfterMs?: number;
  /** Changes to the retry matrix. @default {} */
  retry?: RetryRules<Codes> | false;
  /** Repeats in reserve for all calls together; ten successes earn one. @default 100 */
  retryBudget?: number;
  /** Waits before a request where the last answer to its like said that no more remain. @default false */
  pace?: boolean;
  auth?: AuthOptions;
  /** @default false */
  breaker?: BreakerOptions | false;
  /** What to do by code, beside the built-in rules. @default {} */
  recovery?: Readonly<Record<string, Recovery<Codes>>>;
  /** Asked on a 409: whether it is resolved, so that a repeat makes sense. */
  isResolved?(error: ApiError<Codes>): boolean | Promise<boolean>;
  /** Asked on a 504: a smaller body for the repeat, or undefined for the same. */
  reducePayload?(body: unknown, error: ApiError<Codes>): unknown;
  on?: Hooks<Codes>;
  /** Logs; `DEBUG=nestjs-errors:*` does too, where there is a process. @default false */
  debug?: boolean;
  /** 'error' logs failures and waits only. @default 'debug' */
  logLevel?: 'debug' | 'error';
  /** @default the console */
  logger?: Logger<Codes>;
  /** @default the global fetch, looked up at each call */
  fetch?: (input: string | Request, init?: RequestInit) => Promise<Response>;
  /** @default the system's */
  clock?: Clock;
  /** For jitter: from 0 up to 1. @default Math.random */
  random?(): number;
}

/** What one call changes. */
export interface CallOptions<Codes = AnyCodes> {
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal | undefined;
  timeoutMs?: number;
  totalTimeoutMs?: number;
  maxRetryAfterMs?: number;
  retry?: RetryRules<Codes> | false;
  /** `true` makes a key, which lets any method be repeated; the key stays for every attempt. */
  idempotencyKey?: boolean | string;
  /** `false` sends no token and never refreshes: for logging in and for the refresh itself. */
  auth?: false;
  /** Anything else of `fetch`, such as `credentials` or `cache`. */
  init?: Omit<RequestInit, 'body' | 'headers' | 'method' | 'signal'>;
}
