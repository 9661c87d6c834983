import { Injectable } from '@nestjs/common';
import { StandardErrors } from 'nestjs-errors';
import type { Principal } from '../../auth/principal.js';
import { Database } from '../../database/database.js';
import { onlyRow } from '../../database/only-row.js';
import { EVENT_COLUMNS, type EventItem, type EventPage } from './event.js';

const PAGE_SIZE = 20;

@Injectable()
export class ListEventsService {
  constructor(private readonly database: Database) {}

  /** @throws VALIDATION_OUT_OF_RANGE past the last page, which only the data can tell */
  async list({ organizationId }: Principal, page: number): Promise<EventPage> {
    const { events } = onlyRow(
      await this.database.query<{ events: number }>(
        'SELECT count(*)::integer AS events FROM events WHERE organization_id = $1',
        [organizationId],
      ),
    );
    const pages = Math.max(1, Math.ceil(events / PAGE_SIZE));
    if (page > pages) {
      throw StandardErrors.VALIDATION_OUT_OF_RANGE({
        page: [`Page must be between 1 and ${pages}`],
      });
    }
    const items = await this.database.query<EventItem>(
      `SELECT ${EVENT_COLUMNS} FROM events WHERE organization_id = $1
       ORDER BY start_date_time, id LIMIT $2 OFFSET $3`,
      [organizationId, PAGE_SIZE, (page - 1) * PAGE_SIZE],
    );
    return { items, page, pages };
  }
}
