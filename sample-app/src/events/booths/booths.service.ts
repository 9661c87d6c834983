import { Injectable } from '@nestjs/common';
import { StandardErrors } from 'nestjs-errors';
import type { Principal } from '../../auth/principal.js';
import { Database } from '../../database/database.js';
import { utcSeconds } from '../../utc-seconds.js';

interface BoothRow {
  readonly boothId: string;
  readonly boothName: string;
  readonly assignedTo: string;
  readonly assignedAt: Date;
}

export interface Booth {
  readonly boothId: string;
  readonly boothName: string;
  readonly assignedTo: string;
  readonly assignedDate: string;
}

const COLUMNS = `b.id AS "boothId", b.name AS "boothName", b.assigned_to AS "assignedTo",
                 b.assigned_at AS "assignedAt"`;

@Injectable()
export class BoothsService {
  constructor(private readonly database: Database) {}

  /** One statement takes the booth if it is free, so that two companies cannot both get it. */
  async assign(
    principal: Principal,
    eventId: string,
    name: string,
    company: string,
  ): Promise<Booth> {
    const [assigned] = await this.database.query<BoothRow>(
      `UPDATE booths b SET assigned_to = $4, assigned_at = now()
       FROM events e
       WHERE e.id = b.event_id AND e.organization_id = $1 AND e.id = $2 AND b.name = $3
         AND b.assigned_to IS NULL
       RETURNING ${COLUMNS}`,
      [principal.organizationId, eventId, name, company],
    );
    if (assigned !== undefined) return toBooth(assigned);
    throw StandardErrors.RESOURCE_CONFLICT(toBooth(await this.find(principal, eventId, name)), {
      message: 'Booth already assigned',
    });
  }

  private async find(
    { organizationId }: Principal,
    eventId: string,
    name: string,
  ): Promise<BoothRow> {
    const [booth] = await this.database.query<BoothRow>(
      `SELECT ${COLUMNS} FROM booths b JOIN events e ON e.id = b.event_id
       WHERE e.organization_id = $1 AND e.id = $2 AND b.name = $3`,
      [organizationId, eventId, name],
    );
    if (booth !== undefined) return booth;
    throw StandardErrors.RESOURCE_NOT_FOUND(
      { resourceType: 'Booth', resourceId: name },
      { message: 'Booth not found' },
    );
  }
}

function toBooth({ boothId, boothName, assignedTo, assignedAt }: BoothRow): Booth {
  return { boothId, boothName, assignedTo, assignedDate: utcSeconds(assignedAt) };
}
