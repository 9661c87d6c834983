import { Injectable } from '@nestjs/common';
import type { Principal } from '../../auth/principal.js';
import { Database } from '../../database/database.js';
import { onlyRow } from '../../database/only-row.js';
import { checkLock } from './check-lock.js';
import { EVENT_COLUMNS, type EventItem } from './event.js';
import { missingEvent } from './missing-event.js';
import type { SaveEventDto } from './save-event.dto.js';

@Injectable()
export class EventsService {
  constructor(private readonly database: Database) {}

  async find(principal: Principal, id: string): Promise<EventItem> {
    const [event] = await this.database.query<EventItem>(
      `SELECT ${EVENT_COLUMNS} FROM events WHERE organization_id = $1 AND id = $2`,
      [principal.organizationId, id],
    );
    if (event === undefined) throw await missingEvent(this.database, principal, id);
    return event;
  }

  /** That a name is taken or a venue does not exist is the database's to say: see CONSTRAINTS. */
  async save({ organizationId }: Principal, event: SaveEventDto): Promise<EventItem> {
    return onlyRow(
      await this.database.query<EventItem>(
        `INSERT INTO events (organization_id, name, start_date_time, capacity, venue_id)
         VALUES ($1, $2, $3, $4, $5) RETURNING ${EVENT_COLUMNS}`,
        [organizationId, event.name, event.startDateTime, event.capacity, event.venueId ?? null],
      ),
    );
  }

  update(principal: Principal, id: string, event: SaveEventDto): Promise<EventItem> {
    return this.database.transaction(async (tx) => {
      await checkLock(tx, principal, id);
      const [updated] = await tx.query<EventItem>(
        `UPDATE events SET name = $3, start_date_time = $4, capacity = $5, venue_id = $6
         WHERE organization_id = $1 AND id = $2 RETURNING ${EVENT_COLUMNS}`,
        [
          principal.organizationId,
          id,
          event.name,
          event.startDateTime,
          event.capacity,
          event.venueId ?? null,
        ],
      );
      if (updated === undefined) throw await missingEvent(tx, principal, id);
      return updated;
    });
  }

  /** Registrations keep their event: its foreign key refuses, whoever registers at this moment. */
  remove(principal: Principal, id: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const [removed] = await tx.query(
        'DELETE FROM events WHERE organization_id = $1 AND id = $2 RETURNING id',
        [principal.organizationId, id],
      );
      if (removed === undefined) throw await missingEvent(tx, principal, id);
      await tx.query(
        `INSERT INTO deleted_events (id, organization_id) VALUES ($1, $2)
         ON CONFLICT (id) DO UPDATE SET deleted_at = now()`,
        [id, principal.organizationId],
      );
    });
  }
}
