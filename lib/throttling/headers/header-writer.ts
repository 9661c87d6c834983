import type { PolicyState } from '../stores/rate-limit-store';
import { exposeHeaders } from './expose-headers';
import { IETF_SERIALISERS, type IetfDraft } from './ietf-headers';
import { resetSeconds, retryAfterSeconds } from './seconds';
import { headerName, type HeaderTarget, setHeader } from './set-header';

const LIMIT = headerName('X-RateLimit-Limit');
const REMAINING = headerName('X-RateLimit-Remaining');
const RESET = headerName('X-RateLimit-Reset');
const RETRY_AFTER = headerName('Retry-After');
const IETF_POLICY = headerName('RateLimit-Policy');
const IETF_LIMIT = headerName('RateLimit');

export interface HeaderOptions {
  /** Whether `X-RateLimit-*` is sent. */
  readonly isLegacy: boolean;
  readonly ietf: IetfDraft | undefined;
  readonly jitterSeconds: number;
}

/** Tells clients where they stand. */
export interface HeaderWriter {
  /** @param states those that count, the one that speaks for all first */
  write(response: HeaderTarget, states: readonly PolicyState[], nowMs: number): void;
  /** @returns the seconds that `Retry-After` says */
  refuse(response: HeaderTarget, retryAtMs: number, nowMs: number): number;
  /** For a request of another origin. */
  expose(response: HeaderTarget): void;
}

/** @throws TypeError if the draft is unknown */
export function headerWriter({ isLegacy, ietf, jitterSeconds }: HeaderOptions): HeaderWriter {
  if (typeof isLegacy !== 'boolean') {
    throw new TypeError('throttling.headers must be true or false.');
  }
  const serialise = ietf === undefined ? undefined : IETF_SERIALISERS[ietf];
  if (ietf !== undefined && serialise === undefined) {
    const drafts = Object.keys(IETF_SERIALISERS).join(', ');
    throw new TypeError(`throttling.ietfHeaders must be one of: ${drafts}.`);
  }
  const names = [
    ...(isLegacy ? [LIMIT, REMAINING, RESET] : []),
    ...(serialise ? [IETF_POLICY, IETF_LIMIT] : []),
    RETRY_AFTER,
  ];
  return {
    write(response, states, nowMs) {
      if (isLegacy) writeLegacy(response, states[0] as PolicyState);
      if (serialise === undefined) return;
      const { policy, limit } = serialise(states, nowMs);
      if (policy !== undefined) setHeader(response, IETF_POLICY, policy);
      setHeader(response, IETF_LIMIT, limit);
    },

    refuse(response, retryAtMs, nowMs) {
      const jitter = Math.floor(Math.random() * (jitterSeconds + 1));
      const seconds = retryAfterSeconds(retryAtMs, nowMs) + jitter;
      setHeader(response, RETRY_AFTER, seconds);
      return seconds;
    },

    expose: (response) => exposeHeaders(response, names),
  };
}

/** Reset is in whole seconds since the epoch, rounded up. */
function writeLegacy(response: HeaderTarget, state: PolicyState): void {
  setHeader(response, LIMIT, state.policy.burst);
  setHeader(response, REMAINING, state.remaining);
  setHeader(response, RESET, resetSeconds(state));
}
