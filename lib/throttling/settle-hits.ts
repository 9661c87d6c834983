import { onResponseEnd, type ThrottledResponse } from './on-response-end';
import type { CompiledRoute } from './route-table';
import type { Decision, PolicyHit, PolicyState, RateLimitStore } from './stores/rate-limit-store';
import { isPromise, whenAll } from './when-all';

/**
 * Gives back, when the response has ended, what a request in flight held and what turns out not to
 * count. Nobody waits for it, so that a failure of the store has nobody to tell.
 */
export function settleAtEnd(
  { policies }: CompiledRoute,
  hits: readonly PolicyHit[],
  { states }: Decision,
  response: ThrottledResponse,
  { store, clock }: { readonly store: RateLimitStore; readonly clock: () => number },
  chargedAtMs: number,
): void {
  // Without a state nobody has charged it: the store fails, and every request passes.
  const charged = hits.filter((_, index) => wasCharged(states[index]));
  onResponseEnd(response, (status) => {
    const back = charged.filter(({ policy: { id, algorithm } }) => {
      const counts = policies.find((policy) => policy.id === id)?.counts;
      return algorithm === 'concurrency' || (counts !== undefined && !answerCounts(counts, status));
    });
    if (back.length === 0) return;
    const refunded = whenAll([() => store.refund?.(back, chargedAtMs, clock())], () => undefined);
    if (isPromise(refunded)) refunded.catch(() => undefined);
  });
}

/** A function of the application that fails leaves the charge as it is. */
function answerCounts(counts: (status: number) => boolean, status: number): boolean {
  try {
    return counts(status);
  } catch {
    return true;
  }
}

function wasCharged(state: PolicyState | undefined): boolean {
  return state !== undefined && state.retryAtMs === undefined;
}
