import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { CurrentPrincipal } from '../../auth/current-principal.decorator.js';
import type { Principal } from '../../auth/principal.js';
import { Database } from '../../database/database.js';
import { EventsApi } from '../api/events-api.decorator.js';
import { EVENT_COLUMNS, type EventItem } from '../events/event.js';
import { SearchEventsDto } from './search-events.dto.js';

@Controller('api/1.0/event/search')
@EventsApi()
export class SearchController {
  constructor(private readonly database: Database) {}

  @Post()
  @HttpCode(200)
  @Throttle({ default: { limit: 5, ttl: 60_000 } })
  async search(
    @CurrentPrincipal() { organizationId }: Principal,
    @Body() { text }: SearchEventsDto,
  ): Promise<{ items: EventItem[] }> {
    const items = await this.database.query<EventItem>(
      `SELECT ${EVENT_COLUMNS} FROM events
       WHERE organization_id = $1 AND position(lower($2) IN lower(name)) > 0
       ORDER BY start_date_time, id LIMIT 50`,
      [organizationId, text],
    );
    return { items };
  }
}
