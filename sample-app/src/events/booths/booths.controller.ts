import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentPrincipal } from '../../auth/current-principal.decorator.js';
import type { Principal } from '../../auth/principal.js';
import { Scope } from '../../auth/scope.decorator.js';
import { EventsApi } from '../api/events-api.decorator.js';
import { AssignBoothDto } from './assign-booth.dto.js';
import { type Booth, BoothsService } from './booths.service.js';

@Controller('api/1.0/event/:eventId/booths')
@EventsApi()
export class BoothsController {
  constructor(private readonly booths: BoothsService) {}

  @Post(':name/assign')
  @HttpCode(200)
  @Scope('events:write')
  assign(
    @CurrentPrincipal() principal: Principal,
    @Param('eventId') eventId: string,
    @Param('name') name: string,
    @Body() { companyName }: AssignBoothDto,
  ): Promise<Booth> {
    return this.booths.assign(principal, eventId, name, companyName);
  }
}
