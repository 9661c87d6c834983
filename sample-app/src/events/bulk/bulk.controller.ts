import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { type NestedErrorBody, TraceId } from 'nestjs-errors';
import { CurrentPrincipal } from '../../auth/current-principal.decorator.js';
import type { Principal } from '../../auth/principal.js';
import { Scope } from '../../auth/scope.decorator.js';
import { EventsApi } from '../api/events-api.decorator.js';
import { BulkSaveDto } from './bulk-save.dto.js';
import { BulkService } from './bulk.service.js';
import { type BulkRequest, partialSuccess } from './partial-success.js';

/** The part of Express's response and Fastify's reply that sets the status. */
interface StatusSetter {
  status(code: number): unknown;
}

@Controller('api/1.0/event/bulk')
@EventsApi()
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  @Post()
  @Scope('events:write')
  async save(
    @CurrentPrincipal() principal: Principal,
    @Body() { events }: BulkSaveDto,
    @Req() request: BulkRequest,
    @Res({ passthrough: true }) response: StatusSetter,
    @TraceId() traceId: string,
  ): Promise<NestedErrorBody | { succeeded: number; failed: 0 }> {
    const failures = await this.bulk.save(principal, events);
    const succeeded = events.length - failures.length;
    if (failures.length === 0) return { succeeded, failed: 0 };
    response.status(207);
    return partialSuccess(succeeded, failures, request, traceId);
  }
}
