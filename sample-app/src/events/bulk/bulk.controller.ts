import { Body, Controller, Post } from '@nestjs/common';
import { type BatchOutcome, PartialSuccess } from 'nestjs-errors';
import { CurrentPrincipal } from '../../auth/current-principal.decorator.js';
import type { Principal } from '../../auth/principal.js';
import { Scope } from '../../auth/scope.decorator.js';
import { EventsApi } from '../api/events-api.decorator.js';
import type { EventItem } from '../events/event.js';
import { BulkSaveDto } from './bulk-save.dto.js';
import { BulkService } from './bulk.service.js';

@Controller('api/1.0/event/bulk')
@EventsApi()
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  @Post()
  @Scope('events:write')
  @PartialSuccess()
  save(
    @CurrentPrincipal() principal: Principal,
    @Body() { events }: BulkSaveDto,
  ): Promise<BatchOutcome<EventItem>> {
    return this.bulk.save(principal, events);
  }
}
