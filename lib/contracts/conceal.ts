import { isApiException } from '../catalog/api-exception';
import type { RecordChanges } from '../record/error-mapper';
import type { ErrorRecord } from '../record/error-record';
import type { Concealment } from './concealment';

type CreateRecord = (code: string, changes?: RecordChanges) => ErrorRecord;

/** The record to show: another one where a concealment says so, made as if it were genuine. */
export function conceal(
  record: ErrorRecord,
  concealments: readonly Concealment[],
  create: CreateRecord,
): ErrorRecord {
  for (const concealment of concealments) {
    const shown = showInstead(record, concealment, create);
    if (shown) return shown;
  }
  return record;
}

function showInstead(
  record: ErrorRecord,
  concealment: Concealment,
  create: CreateRecord,
): ErrorRecord | undefined {
  if (typeof concealment !== 'function') {
    return Object.hasOwn(concealment, record.code)
      ? create(concealment[record.code] as string, { cause: record.cause })
      : undefined;
  }
  const shown = concealment(record);
  if ((shown ?? undefined) === undefined) return undefined;
  // Such as the promise of an async function: to go on would show what was to be hidden.
  if (!isApiException(shown)) {
    throw new TypeError('conceal: the function must return an ApiException or undefined.');
  }
  return create(shown.code, {
    definition: shown.definition,
    status: shown.authoredStatus,
    message: shown.authoredMessage,
    details: shown.details as object | undefined,
    headers: shown.headers,
    cause: record.cause,
  });
}
