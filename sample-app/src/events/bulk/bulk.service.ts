import { Injectable } from '@nestjs/common';
import { type BatchOutcome, FieldValidationPipe, runBatch } from 'nestjs-errors';
import type { Principal } from '../../auth/principal.js';
import type { EventItem } from '../events/event.js';
import { EventsService } from '../events/events.service.js';
import { SaveEventDto } from '../events/save-event.dto.js';
import { inBulkWords } from './in-bulk-words.js';

@Injectable()
export class BulkService {
  private readonly pipe = new FieldValidationPipe({ whitelist: true, transform: true });

  constructor(private readonly events: EventsService) {}

  /** Saves each event by itself, in order, so that the good ones stay. */
  save(principal: Principal, items: readonly unknown[]): Promise<BatchOutcome<EventItem>> {
    return runBatch(items, async (item) => {
      try {
        return await this.saveOne(principal, item);
      } catch (thrown) {
        throw inBulkWords(thrown);
      }
    });
  }

  private async saveOne(principal: Principal, item: unknown): Promise<EventItem> {
    const metadata = { type: 'body', metatype: SaveEventDto } as const;
    const event = (await this.pipe.transform(item, metadata)) as SaveEventDto;
    return this.events.save(principal, event);
  }
}
