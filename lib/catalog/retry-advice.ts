/** What a client should do about a failure: data, which the client acts on. */
export interface RetryAdvice {
  readonly strategy: 'never' | 'refresh-token' | 'retry-after' | 'backoff' | 'if-resolved';
  /** Attempts after the first. @default 0 */
  readonly maxAttempts?: number;
  /** A smaller request may pass where this one did not. @default false */
  readonly reducePayload?: boolean;
}

const NEVER: RetryAdvice = { strategy: 'never' };

/** The Engagifii guide's retry decision matrix, by status. */
const ADVICE_BY_STATUS: Readonly<Record<number, RetryAdvice>> = {
  401: { strategy: 'refresh-token', maxAttempts: 1 },
  409: { strategy: 'if-resolved', maxAttempts: 1 },
  429: { strategy: 'retry-after', maxAttempts: 3 },
  500: { strategy: 'backoff', maxAttempts: 3 },
  502: { strategy: 'backoff', maxAttempts: 3 },
  503: { strategy: 'backoff', maxAttempts: 5 },
  504: { strategy: 'backoff', maxAttempts: 2, reducePayload: true },
};

export function retryAdviceFor(status: number): RetryAdvice {
  return ADVICE_BY_STATUS[status] ?? NEVER;
}
