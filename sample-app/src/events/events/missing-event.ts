import { type ApiException, StandardErrors } from 'nestjs-errors';
import type { Principal } from '../../auth/principal.js';
import type { Queryable } from '../../database/database.js';

/** Why there is no such event: it was deleted, or it never was. */
export async function missingEvent(
  database: Queryable,
  { organizationId }: Principal,
  id: string,
): Promise<ApiException> {
  const [deleted] = await database.query<{ deletedAt: Date }>(
    `SELECT deleted_at AS "deletedAt" FROM deleted_events
     WHERE organization_id = $1 AND id = $2`,
    [organizationId, id],
  );
  const resource = { resourceType: 'Event', resourceId: id };
  return deleted === undefined
    ? StandardErrors.RESOURCE_NOT_FOUND(resource, { message: 'Event not found' })
    : StandardErrors.RESOURCE_DELETED(
        { ...resource, deletedAt: deleted.deletedAt },
        { message: 'Event has been deleted' },
      );
}
