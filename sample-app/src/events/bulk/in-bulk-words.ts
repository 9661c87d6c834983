import { StandardErrors, ValidationException } from 'nestjs-errors';

/** The guide's words for two failures of an event in a batch; any other speaks for itself. */
export function inBulkWords(thrown: unknown): unknown {
  if (hasInvalidDate(thrown)) {
    return StandardErrors.VALIDATION_INVALID_FORMAT(undefined, {
      message: 'Invalid date',
      cause: thrown,
    });
  }
  if (isNameTaken(thrown)) {
    return StandardErrors.RESOURCE_CONFLICT(undefined, {
      message: 'Duplicate name',
      cause: thrown,
    });
  }
  return thrown;
}

function hasInvalidDate(thrown: unknown): boolean {
  return thrown instanceof ValidationException && thrown.fields[0]?.path[0] === 'startDateTime';
}

function isNameTaken(thrown: unknown): boolean {
  return (
    thrown instanceof Error && 'constraint' in thrown && thrown.constraint === 'events_name_key'
  );
}
