import type { StandardErrorCode } from '../catalog/standard-errors';
import type { RecordChanges } from '../record/error-mapper';
import type { FieldError } from '../record/field-error';
import type { FailureKind } from './database-failure';

/** A failure whose side of a foreign key is decided. */
export type SettledKind = Exclude<FailureKind, 'foreignKey'>;

/** How a failure is answered. */
interface FailureMeaning {
  /** Of the answer; a `VALIDATION_*` code only where no field is known. */
  readonly code: StandardErrorCode;
  /** How a field says it. Kinds without it are about no field, and no registry entry. */
  readonly field?: Pick<FieldError, 'rule' | 'code' | 'message' | 'isMissing'>;
  readonly changes?: RecordChanges;
}

/** The database is a dependency that will be back: `Retry-After` in whole seconds. */
function unavailable(retryAfterSeconds: number): FailureMeaning {
  const headers = { 'Retry-After': String(retryAfterSeconds) };
  return { code: 'SERVICE_UNAVAILABLE', changes: { headers, origin: 'dependency' } };
}

function invalid(
  code: StandardErrorCode,
  rule: string,
  message: string,
  isMissing = false,
): FailureMeaning {
  return { code, field: { rule, code, message, ...(isMissing && { isMissing }) } };
}

export const FAILURE_MEANINGS: Readonly<Record<SettledKind, FailureMeaning>> = {
  unique: {
    code: 'RESOURCE_CONFLICT',
    field: { rule: 'unique', code: 'VALIDATION_DUPLICATE', message: 'is already in use' },
  },
  reference: invalid('VALIDATION_REFERENCE_INVALID', 'foreignKey', 'does not exist'),
  dependency: { code: 'RESOURCE_DEPENDENCY' },
  required: invalid('VALIDATION_REQUIRED_FIELD', 'notNull', 'must not be null', true),
  check: invalid('VALIDATION_OUT_OF_RANGE', 'check', 'is out of range'),
  range: invalid('VALIDATION_OUT_OF_RANGE', 'range', 'is out of range'),
  length: invalid('VALIDATION_OUT_OF_RANGE', 'length', 'is too long'),
  format: invalid('VALIDATION_INVALID_FORMAT', 'format', 'has the wrong format'),
  invalid: {
    code: 'VALIDATION_FAILED',
    field: { rule: 'valid', code: 'VALIDATION_INVALID_FORMAT', message: 'is not valid' },
  },
  conflict: {
    code: 'RESOURCE_CONFLICT',
    changes: { retry: { strategy: 'backoff', maxAttempts: 3 } },
  },
  stale: { code: 'RESOURCE_CONFLICT' },
  missing: { code: 'RESOURCE_NOT_FOUND' },
  busy: unavailable(1),
  unreachable: unavailable(5),
};
