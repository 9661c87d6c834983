import { Injectable } from '@nestjs/common';
import { StandardErrors } from 'nestjs-errors';
import type { Principal } from '../../auth/principal.js';
import { Database } from '../../database/database.js';
import { onlyRow } from '../../database/only-row.js';
import { eventRoles } from '../api/event-roles.js';
import { lockEvent } from './lock-event.js';
import type { RegistrationDto } from './registration.dto.js';
import { checkRegistration } from './registration-rules.js';

export interface Registration {
  readonly id: string;
  readonly eventId: string;
  readonly memberId: string;
}

const COLUMNS = 'id, event_id AS "eventId", member_id AS "memberId"';

@Injectable()
export class RegistrationsService {
  constructor(private readonly database: Database) {}

  list({ organizationId }: Principal, eventId: string): Promise<Registration[]> {
    return this.database.query<Registration>(
      `SELECT r.id, r.event_id AS "eventId", r.member_id AS "memberId"
       FROM registrations r JOIN events e ON e.id = r.event_id
       WHERE e.organization_id = $1 AND e.id = $2 ORDER BY r.created_at, r.id LIMIT 1000`,
      [organizationId, eventId],
    );
  }

  register(
    principal: Principal,
    eventId: string,
    { memberId, amount = 0 }: RegistrationDto,
  ): Promise<Registration> {
    return this.database.transaction(async (tx) => {
      const event = await lockEvent(tx, principal, eventId, memberId);
      checkRegistration({ event, memberId, amount, roles: eventRoles(principal) });
      return onlyRow(
        await tx.query<Registration>(
          `INSERT INTO registrations (event_id, member_id, registered_by)
           VALUES ($1, $2, $3) RETURNING ${COLUMNS}`,
          [eventId, memberId, principal.id],
        ),
      );
    });
  }

  /** @throws PERMISSION_OWNER_ONLY unless the principal made the registration */
  async cancel(
    { id: principalId, organizationId }: Principal,
    eventId: string,
    id: string,
  ): Promise<void> {
    const [registration] = await this.database.query<{ registeredBy: string }>(
      `SELECT r.registered_by AS "registeredBy"
       FROM registrations r JOIN events e ON e.id = r.event_id
       WHERE e.organization_id = $1 AND e.id = $2 AND r.id = $3`,
      [organizationId, eventId, id],
    );
    const resource = { resourceType: 'Registration', resourceId: id };
    if (registration === undefined) {
      throw StandardErrors.RESOURCE_NOT_FOUND(resource, { message: 'Registration not found' });
    }
    if (registration.registeredBy !== principalId) {
      throw StandardErrors.PERMISSION_OWNER_ONLY(resource);
    }
    await this.database.query('DELETE FROM registrations WHERE id = $1', [id]);
  }
}
