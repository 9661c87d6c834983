import type { PartialFailure } from '../errors/codes';
import { isObject } from '../errors/json';

/**
 * What failed in a batch that succeeded in part (207), in any format; empty for anything else.
 * @example
 * const saved = await api.post('/event/bulk', { events });
 * for (const { index, error } of partialFailures(saved)) mark(index, error);
 */
export function partialFailures(result: unknown): readonly PartialFailure[] {
  const { error, details } = Object(result) as { error?: Batch; details?: Batch };
  const { failures } = (error?.details ?? details ?? result ?? {}) as Batch;
  return [failures].flat().filter(isObject);
}

interface Batch {
  readonly details?: Batch;
  readonly failures?: unknown;
}
