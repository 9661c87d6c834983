import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FieldValidationPipe } from 'nestjs-errors';
import type { Principal } from '../../auth/principal.js';
import { inOrder } from '../../in-order.js';
import { EventsService } from '../events/events.service.js';
import { SaveEventDto } from '../events/save-event.dto.js';
import { type BulkFailure, bulkErrorText } from './bulk-failure.js';

@Injectable()
export class BulkService {
  private readonly pipe = new FieldValidationPipe({ whitelist: true, transform: true });

  constructor(private readonly events: EventsService) {}

  /** Saves each event by itself, in order, so that the good ones stay. */
  async save(principal: Principal, items: readonly unknown[]): Promise<BulkFailure[]> {
    const errors = await inOrder(items, (item) => this.saveOne(principal, item));
    return errors.flatMap((error, index) =>
      error === undefined ? [] : [{ index, id: ownId(items[index]) ?? randomUUID(), error }],
    );
  }

  private async saveOne(principal: Principal, item: unknown): Promise<string | undefined> {
    try {
      const metadata = { type: 'body', metatype: SaveEventDto } as const;
      const event = (await this.pipe.transform(item, metadata)) as SaveEventDto;
      await this.events.save(principal, event);
      return undefined;
    } catch (thrown) {
      const text = bulkErrorText(thrown);
      if (text === undefined) throw thrown;
      return text;
    }
  }
}

/** The caller's own id of an event, if it gave one. */
function ownId(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || !('id' in item)) return undefined;
  return typeof item.id === 'string' ? item.id.slice(0, 100) : undefined;
}
