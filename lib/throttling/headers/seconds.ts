import type { PolicyState } from '../stores/rate-limit-store';

/** Seconds since the epoch, never before the true time. */
export function resetSeconds({ resetAtMs }: PolicyState): number {
  return Math.ceil(resetAtMs / 1000);
}

/** Whole seconds to wait: at least one, and never less than the true wait. */
export function retryAfterSeconds(retryAtMs: number, nowMs: number): number {
  return Math.max(1, Math.ceil((retryAtMs - nowMs) / 1000));
}
