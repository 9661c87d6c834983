import type { Answer } from '../../support/request';

/** 10:50:13 plus a fraction: a window of ten minutes from here ends at a fraction, too. */
export const START_MS = Date.parse('2024-01-15T10:50:13.400Z');

/** A clock that a test moves on. */
export class TestClock {
  nowMs = START_MS;

  readonly read = (): number => this.nowMs;
}

/** What an answer says of the limit. */
export function limitHeaders({ status, headers }: Answer) {
  return {
    status,
    limit: headers.get('x-ratelimit-limit'),
    remaining: headers.get('x-ratelimit-remaining'),
    reset: headers.get('x-ratelimit-reset'),
    retryAfter: headers.get('retry-after'),
  };
}

export const NO_LIMIT = { limit: null, remaining: null, reset: null, retryAfter: null };

export function remaining({ headers }: Answer): string | null {
  return headers.get('x-ratelimit-remaining');
}
