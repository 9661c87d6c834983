import type { Catalog } from '../catalog/catalog';
import { answerStatus, codeForStatus } from '../catalog/code-for-status';
import { messageFor } from '../catalog/error-definition';
import { retryAdviceFor } from '../catalog/retry-advice';
import type { RecordChanges } from './error-mapper';
import { ErrorRecord } from './error-record';

/** What a contract decides about its records. */
export interface RecordRules {
  readonly catalog: Catalog;
  readonly format: { readonly name: string; readonly validationStatus: number };
}

/** Code + changes → record: what the caller leaves open comes from the catalogue. */
export function createRecord(
  code: string,
  changes: RecordChanges,
  { catalog, format }: RecordRules,
): ErrorRecord {
  const definition = catalog.definition(code, changes.definition);
  const status = validStatus(changes.status ?? definition?.status ?? 500, code, format, changes);
  const texts = definition ?? catalog.definition(codeForStatus(status));
  return new ErrorRecord({
    status,
    code,
    message: changes.message ?? messageFor(texts?.message ?? '', format.name),
    details: changes.details,
    fields: changes.fields,
    wording: changes.wording,
    problem: changes.problem,
    headers: changes.headers,
    retry: changes.retry ?? definition?.retry ?? retryAdviceFor(status),
    origin: changes.origin ?? definition?.origin ?? (status < 500 ? 'client' : 'server'),
    cause: changes.cause,
  });
}

/** Validation failures have the status of the format; 204, 207 and 3xx pass as they were thrown. */
function validStatus(
  status: number,
  code: string,
  format: RecordRules['format'],
  changes: RecordChanges,
): number {
  const isFormatsChoice = changes.status === undefined && status === 422;
  return isFormatsChoice && code.startsWith('VALIDATION_')
    ? format.validationStatus
    : answerStatus(status);
}
