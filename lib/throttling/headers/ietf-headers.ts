import type { PolicyState } from '../stores/rate-limit-store';
import { retryAfterSeconds } from './seconds';
import { sfItem, sfString } from './structured-field';

/** The drafts of draft-ietf-httpapi-ratelimit-headers that can be spoken. */
export type IetfDraft = 'draft-7' | 'draft-10';

/** The values of `RateLimit-Policy` and `RateLimit`. */
export interface IetfFields {
  readonly policy: string;
  readonly limit: string;
}

/** Serialises the states of one request; the first is the one that speaks where only one may. */
export type IetfSerialiser = (states: readonly PolicyState[], nowMs: number) => IetfFields;

export const IETF_SERIALISERS: { readonly [Draft in IetfDraft]: IetfSerialiser } = {
  'draft-7': (states, nowMs) => ({
    policy: states
      .map((state) => sfItem(String(state.policy.burst), { w: windowSeconds(state) }))
      .join(', '),
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
