import type { PartialFailure } from '../errors/codes';
import { isObject } from '../errors/json';

/**
 * What failed in a batch that succeeded in part (207), in any format; empty for anything else.
 * @example
 * const saved = await api.post('/event/bulk', { events });
 * for (const { index, error } of partialFailures(saved)) mark(index, error);
 */
export function partialFailures(result: unknown): readonly PartialFailure[] {
  const body = isObject(result) && isObject(result['error']) ? result['error'] : result;
  const details = isObject(body) ? (body['details'] ?? body) : body;
  const failures = isObject(details) ? details['failures'] : undefined;
  return Array.isArray(failures) ? (failures as unknown[]).filter(isObject) : [];
}
