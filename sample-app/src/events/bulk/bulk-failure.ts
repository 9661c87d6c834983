import { ValidationException } from 'nestjs-errors';
import { databaseException } from '../../database/postgres.mapper.js';

export interface BulkFailure {
  readonly index: number;
  readonly id: string;
  readonly error: string;
}

const BY_FIELD: Readonly<Record<string, string>> = {
  name: 'Invalid name',
  startDateTime: 'Invalid date',
  capacity: 'Invalid capacity',
};

const BY_CODE: Readonly<Record<string, string>> = {
  RESOURCE_CONFLICT: 'Duplicate name',
  VALIDATION_REFERENCE_INVALID: 'Invalid venue',
};

/** One line about one event; undefined for what is no fault of that event. */
export function bulkErrorText(thrown: unknown): string | undefined {
  if (thrown instanceof ValidationException) {
    return BY_FIELD[String(thrown.fields[0]?.path[0])] ?? 'Invalid event';
  }
  const code = databaseException(thrown)?.code;
  return code === undefined ? undefined : (BY_CODE[code] ?? 'Invalid event');
}
