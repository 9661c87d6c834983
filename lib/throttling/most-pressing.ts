import type { Decision, PolicyState } from './stores/rate-limit-store';

/**
 * The state that speaks for all: of a request that passes, the one with the fewest remaining, then
 * the later reset; of a refused one, the one with the longest wait. Shadows never speak.
 */
export function mostPressing({ isAllowed, states }: Decision): PolicyState | undefined {
  const isBefore = isAllowed ? hasLessLeft : waitsLonger;
  let first: PolicyState | undefined;
  for (const state of states) {
    if (state.policy.isShadow) continue;
    if (first === undefined || isBefore(state, first)) first = state;
  }
  return first;
}

function hasLessLeft(a: PolicyState, b: PolicyState): boolean {
  return a.remaining === b.remaining ? a.resetAtMs > b.resetAtMs : a.remaining < b.remaining;
}

function waitsLonger(a: PolicyState, b: PolicyState): boolean {
  return (a.retryAtMs ?? Number.NEGATIVE_INFINITY) > (b.retryAtMs ?? Number.NEGATIVE_INFINITY);
}
