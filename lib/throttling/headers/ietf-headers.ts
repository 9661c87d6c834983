import type { PolicyState } from '../stores/rate-limit-store';
import { retryAfterSeconds } from './seconds';
import { sfItem, sfString } from './structured-field';

/** The drafts of draft-ietf-httpapi-ratelimit-headers that can be spoken. */
export type IetfDraft = 'draft-7' | 'draft-10';

/** The values of `RateLimit-Policy` and `RateLimit`. */
export interface IetfFields {
  /** Undefined where the draft can express none of the policies. */
  readonly policy: string | undefined;
  readonly limit: string;
}

/** Serialises the states of one request; the first is the one that speaks where only one may. */
export type IetfSerialiser = (states: readonly PolicyState[], nowMs: number) => IetfFields;

/** Sections 3 and 4 of draft 10; 2 and 3 of draft 7. */
export const IETF_SERIALISERS: { readonly [Draft in IetfDraft]: IetfSerialiser } = {
  'draft-7': (states, nowMs) => ({
    policy: policiesByQuota(states),
    limit: states
      .slice(0, 1)
      .map((state) => {
        const { policy, remaining } = state;
        const reset = effectiveSeconds(state, nowMs);
        return `limit=${policy.burst}, remaining=${remaining}, reset=${reset}`;
      })
      .join(', '),
  }),

  'draft-10': (states, nowMs) => ({
    policy: states
      .map((state) =>
        sfItem(sfString(state.policy.name), {
          q: state.policy.burst,
          qu: state.policy.algorithm === 'concurrency' ? '"concurrent-requests"' : undefined,
          w: windowSeconds(state),
        }),
      )
      .join(', '),
    limit: states
      .map((state) =>
        sfItem(sfString(state.policy.name), {
          r: state.remaining,
          t: effectiveSeconds(state, nowMs),
        }),
      )
      .join(', '),
  }),
};

/**
 * In draft 7 a policy is its quota: each needs a window (2.1), and no two may have the same quota
 * (3.5); of those that do, the more pressing one is told.
 */
function policiesByQuota(states: readonly PolicyState[]): string | undefined {
  const windows = new Map<number, number>();
  for (const state of states) {
    const seconds = windowSeconds(state);
    const { burst } = state.policy;
    if (seconds !== undefined && !windows.has(burst)) windows.set(burst, seconds);
  }
  if (windows.size === 0) return undefined;
  return [...windows].map(([quota, w]) => sfItem(String(quota), { w })).join(', ');
}

/** Requests in flight have no window. */
function windowSeconds({ policy }: PolicyState): number | undefined {
  return policy.algorithm === 'concurrency' ? undefined : Math.ceil(policy.windowMs / 1_000);
}

/** For a violated policy until it admits, so that `Retry-After` never comes before it. */
function effectiveSeconds({ retryAtMs, resetAtMs }: PolicyState, nowMs: number): number {
  return retryAtMs === undefined
    ? Math.ceil((resetAtMs - nowMs) / 1_000)
    : retryAfterSeconds(retryAtMs, nowMs);
}
