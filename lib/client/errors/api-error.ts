import type { AnyCodes, DetailsByCode, FieldMessages, OtherCode } from './codes';

/** What to do about a failure, as the Engagifii guide's handler decides it. */
export type Action = 'RETRY' | 'REFRESH_TOKEN' | 'USER_ACTION' | 'FATAL';

/** The request of a failure, secrets taken out: safe to log and to send to support. */
export interface FailedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** One failure, whichever format, proxy or runtime it came from. */
export interface ApiFailure<Code extends string = string, Details = unknown> extends Error {
  name: 'ApiError';
  readonly code: Code;
  readonly details: Details;
  /** Undefined where nothing answered. */
  readonly status: number | undefined;
  /** From the body, else from `X-Trace-Id`. */
  readonly traceId: string | undefined;
  /** Of the answer; not enumerable, since they may hold cookies. */
  readonly headers: Headers;
  /** Messages by field; empty where no field is to blame. */
  readonly fields: FieldMessages;
  /** When it happened (ISO 8601), by the server's clock where it says so. */
  readonly timestamp: string;
  /** The wait that the server asked for, or until a circuit closes. */
  readonly retryAfterMs: number | undefined;
  /** Requests that were sent, this one included. */
  readonly attempts: number;
  readonly action: Action;
  /** Whether the retry matrix repeats such a failure. */
  readonly retryable: boolean;
  /** Whether it may pass without anybody doing anything. */
  readonly temporary: boolean;
  /** A hint for developers. */
  readonly resolution: string | undefined;
  readonly request: FailedRequest;
}

/**
 * The failures of an API, told apart by `code`: comparing it narrows `details`.
 * `Codes` is the type of a catalogue (`typeof EventErrors`), or details by code written by hand.
 */
export type ApiError<Codes = AnyCodes> = string extends keyof Codes
  ? ApiFailure
  : | {
        [Code in keyof DetailsByCode<Codes> & string]: ApiFailure<Code, DetailsByCode<Codes>[Code]>;
      }[keyof DetailsByCode<Codes> & string]
    | ApiFailure<OtherCode>;

export const BRAND: unique symbol = /* @__PURE__ */ Symbol.for('nestjs-errors.ApiError') as never;

/**
 * Whether a caught value is a failure of the client, also of another copy of this package.
 * @example
 * if (isApiError<Codes>(error) && error.code === 'BUSINESS_EVENT_FULL') show(error.details.capacity);
 */
export function isApiError<Codes = AnyCodes>(error: unknown): error is ApiError<Codes> {
  return (error as { [BRAND]?: unknown } | null | undefined)?.[BRAND] === true;
}
