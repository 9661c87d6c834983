import { StandardErrors } from 'nestjs-errors';
import type { Principal } from '../../auth/principal.js';
import type { Queryable } from '../../database/database.js';
import { utcSeconds } from '../../utc-seconds.js';

/** @throws RESOURCE_LOCKED while somebody edits the event */
export async function checkLock(
  database: Queryable,
  { organizationId }: Principal,
  id: string,
): Promise<void> {
  const [lock] = await database.query<{ lockedBy: string; lockedUntil: Date }>(
    `SELECT locked_by AS "lockedBy", locked_until AS "lockedUntil" FROM events
     WHERE organization_id = $1 AND id = $2 AND locked_until > now() FOR UPDATE`,
    [organizationId, id],
  );
  if (lock === undefined) return;
  throw StandardErrors.RESOURCE_LOCKED(
    {
      resourceType: 'Event',
      resourceId: id,
      lockedBy: lock.lockedBy,
      lockedUntil: utcSeconds(lock.lockedUntil),
    },
    { message: 'Event is locked for editing' },
  );
}
