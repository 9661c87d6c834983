import type { ConstraintRegistry } from 'nestjs-errors';

/** What a broken constraint means to the caller; the database's own text stays in the log. */
export const CONSTRAINTS: ConstraintRegistry = {
  users_email_key: { message: 'Email is already registered' },
  events_name_key: { message: 'An event of this name exists already' },
  events_venue_id_fkey: {
    code: 'VALIDATION_REFERENCE_INVALID',
    message: 'Venue does not exist',
  },
  registrations_member_key: {
    code: 'VALIDATION_DUPLICATE',
    message: 'Member is already registered',
  },
};
