import type { Principal } from '../../auth/principal.js';
import type { Queryable } from '../../database/database.js';
import { onlyRow } from '../../database/only-row.js';
import { missingEvent } from '../events/missing-event.js';
import type { RegistrableEvent } from './registration-request.js';

/**
 * Locks the event and reads it with its registrations: who registers at the same time waits, so
 * that the last place goes to one member.
 */
export async function lockEvent(
  tx: Queryable,
  principal: Principal,
  id: string,
  memberId: string,
): Promise<RegistrableEvent> {
  const [locked] = await tx.query(
    'SELECT 1 FROM events WHERE organization_id = $1 AND id = $2 FOR UPDATE',
    [principal.organizationId, id],
  );
  if (locked === undefined) throw await missingEvent(tx, principal, id);
  return onlyRow(
    await tx.query<RegistrableEvent>(
      `SELECT e.id, e.capacity, e.has_waitlist AS "hasWaitlist",
              e.registration_deadline AS "registrationDeadline",
              e.prerequisite_event_id AS "prerequisiteEventId",
              e.requires_approval AS "requiresApproval", e.price::float8 AS price,
              (SELECT count(*)::integer FROM registrations WHERE event_id = e.id) AS registered,
              EXISTS (SELECT 1 FROM registrations
                      WHERE event_id = e.prerequisite_event_id AND member_id = $2)
                AS "isPrerequisiteMet"
       FROM events e WHERE e.id = $1`,
      [id, memberId],
    ),
  );
}
