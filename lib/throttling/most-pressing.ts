import type { Decision, PolicyState } from './stores/rate-limit-store';

/**
 * The state that speaks for all: of a request that passes, the one with the fewest remaining, then
 * the later reset; of a refused one, the one with the longest wait.
 */
export function mostPressing({ isAllowed, states }: Decision): PolicyState {
  const isBefore = isAllowed ? hasLessLeft : waitsLonger;
  let first = states[0] as PolicyState;
  for (const state of states) if (isBefore(state, first)) first = state;
  return first;
}

function hasLessLeft(a: PolicyState, b: PolicyState): boolean {
  return a.remaining === b.remaining ? a.resetAtMs > b.resetAtMs : a.remaining < b.remaining;
}

function waitsLonger(a: PolicyState, b: PolicyState): boolean {
  return (a.retryAtMs ?? Number.NEGATIVE_INFINITY) > (b.retryAtMs ?? Number.NEGATIVE_INFINITY);
}
