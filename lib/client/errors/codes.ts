/** Details of a built-in code: whatever the server's author gave, or nothing. */
export type OpenDetails = Readonly<Record<string, unknown>> | undefined;

/** Messages by field, as `fieldErrors` returns them. */
export type FieldMessages = Readonly<Record<string, readonly string[]>>;

type OpenCode =
  | `AUTH_${'CLIENT_INVALID' | 'INSUFFICIENT_SCOPE' | 'TOKEN_INVALID' | 'TOKEN_MISSING'}`
  | `PERMISSION_${'DENIED' | 'OWNER_ONLY' | 'ROLE_REQUIRED' | 'TENANT_MISMATCH'}`
  | `RESOURCE_${'CONFLICT' | 'DELETED' | 'DEPENDENCY' | 'LOCKED' | 'NOT_FOUND'}`
  | `UPSTREAM_${'FAILED' | 'TIMEOUT'}`
  | 'BAD_REQUEST'
  | 'CLIENT_CLOSED_REQUEST'
  | 'HEADERS_TOO_LARGE'
  | 'INTERNAL_ERROR'
  | 'METHOD_NOT_ALLOWED'
  | 'NOT_ACCEPTABLE'
  | 'NOT_IMPLEMENTED'
  | 'PAYLOAD_TOO_LARGE'
  | 'PRECONDITION_FAILED'
  | 'REQUEST_FAILED'
  | 'REQUEST_MALFORMED'
  | 'REQUEST_TIMEOUT'
  | 'ROUTE_NOT_FOUND'
  | 'SERVICE_UNAVAILABLE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'URI_TOO_LONG';

type ValidationCode = `VALIDATION_${
  | 'DUPLICATE'
  | 'FAILED'
  | 'INVALID_FORMAT'
  | 'OUT_OF_RANGE'
  | 'REFERENCE_INVALID'
  | 'REQUIRED_FIELD'}`;

/** The built-in codes of the server with their details. */
export type StandardCodes = Readonly<Record<OpenCode, OpenDetails>> &
  Readonly<Record<ValidationCode, FieldMessages | undefined>> & {
    readonly AUTH_TOKEN_EXPIRED:
      { readonly expiredAt?: string; readonly hint?: string } | undefined;
    readonly PARTIAL_SUCCESS: {
      readonly succeeded: number;
      readonly failed: number;
      readonly failures: readonly PartialFailure[];
    };
    /** All missing where a proxy, or a `flat` API, limits the rate. */
    readonly RATE_LIMIT_EXCEEDED:
      | {
          readonly limit?: number;
          readonly remaining?: number;
          readonly resetAt?: string;
          readonly retryAfter?: number;
        }
      | undefined;
  };

/** One item of a batch that failed (207). */
export interface PartialFailure {
  readonly index?: number;
  readonly id?: string | null;
  readonly error?: string;
  readonly code?: string;
}

/** Failures that no server answered with. */
export type ClientCode =
  'ABORTED' | 'CIRCUIT_OPEN' | 'NETWORK_ERROR' | 'REQUEST_ERROR' | 'RESPONSE_INVALID' | 'TIMEOUT';

/** Codes nobody listed: any is allowed, and every error is one of them. */
export type AnyCodes = Readonly<Record<string, unknown>>;

/**
 * Stands, in types alone, for every code that neither the server's list nor yours has: an API may
 * add codes at any time, so that a `switch` needs its `default`, where the details are unknown.
 */
export type OtherCode = '(any other code)';

/** The details behind an entry: those of a factory of `defineErrors`, or the entry itself. */
type DetailsBehind<Entry> = Entry extends { is(error: unknown): error is infer Failure }
  ? Failure extends { readonly details: infer Details }
    ? Details
    : never
  : Entry;

/** Details by code: the built-in ones, yours (which win), and those of the client itself. */
export type DetailsByCode<Codes> = Omit<StandardCodes, keyof Codes> & {
  readonly [Code in keyof Codes]: DetailsBehind<Codes[Code]>;
} & Readonly<Record<ClientCode, undefined>>;
