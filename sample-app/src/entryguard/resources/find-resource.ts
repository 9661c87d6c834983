import { StandardErrors } from 'nestjs-errors';
import type { Principal } from '../../auth/principal.js';
import type { Queryable } from '../../database/database.js';
import type { ResourceRow } from './resource.js';

/**
 * The resource, which must belong to the principal's organisation.
 * @throws RESOURCE_NOT_FOUND, or PERMISSION_TENANT_MISMATCH, which EntryGuard's contract conceals
 */
export async function findResource(
  database: Queryable,
  principal: Principal,
  id: string,
): Promise<ResourceRow> {
  const [resource] = await database.query<ResourceRow>(
    `SELECT id, organization_id AS "organizationId", owner_id AS "ownerId", name, status
     FROM resources WHERE id = $1`,
    [id],
  );
  if (resource === undefined) throw StandardErrors.RESOURCE_NOT_FOUND();
  if (resource.organizationId !== principal.organizationId) {
    throw StandardErrors.PERMISSION_TENANT_MISMATCH();
  }
  return resource;
}
