import { type ApiException, type ErrorMapper, StandardErrors } from 'nestjs-errors';

type ConstraintError = (cause: unknown) => ApiException;

/** What a broken constraint means to the caller; the database's own text stays in the log. */
const BY_CONSTRAINT: Readonly<Record<string, ConstraintError>> = {
  users_email_key: (cause) =>
    StandardErrors.RESOURCE_CONFLICT(undefined, { message: 'Email is already registered', cause }),
  events_name_key: (cause) =>
    StandardErrors.RESOURCE_CONFLICT(
      { resourceType: 'Event', field: 'name' },
      { message: 'An event of this name exists already', cause },
    ),
  events_venue_id_fkey: (cause) =>
    StandardErrors.VALIDATION_REFERENCE_INVALID({ venueId: ['Venue does not exist'] }, { cause }),
  registrations_event_id_fkey: (cause) =>
    StandardErrors.RESOURCE_DEPENDENCY(
      { resourceType: 'Event', dependentType: 'Registration' },
      { message: 'Event has registrations', cause },
    ),
  registrations_member_key: (cause) =>
    StandardErrors.VALIDATION_DUPLICATE({ memberId: ['Member is already registered'] }, { cause }),
};

const BY_SQLSTATE: Readonly<Record<string, ConstraintError>> = {
  '23503': (cause) => StandardErrors.RESOURCE_DEPENDENCY(undefined, { cause }),
  '23505': (cause) => StandardErrors.RESOURCE_CONFLICT(undefined, { cause }),
  // A string with a null character, which PostgreSQL cannot hold.
  '22021': (cause) => StandardErrors.BAD_REQUEST(undefined, { cause }),
};

/** Errors of pg and PGlite, which share their fields, as errors of the catalogue. */
export const postgresMapper: ErrorMapper = (thrown) => databaseException(thrown);

/** The same for code that handles a failure itself. */
export function databaseException(thrown: unknown): ApiException | undefined {
  if (!(thrown instanceof Error) || !('code' in thrown)) return undefined;
  const constraint = 'constraint' in thrown ? String(thrown.constraint) : '';
  const toException = own(BY_CONSTRAINT, constraint) ?? own(BY_SQLSTATE, String(thrown.code));
  return toException?.(thrown);
}

function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
