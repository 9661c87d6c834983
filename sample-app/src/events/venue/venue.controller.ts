import { Controller, Get, Param, Query } from '@nestjs/common';
import { StandardErrors } from 'nestjs-errors';
import { CurrentPrincipal } from '../../auth/current-principal.decorator.js';
import type { Principal } from '../../auth/principal.js';
import { EventsApi } from '../api/events-api.decorator.js';
import { EventsService } from '../events/events.service.js';
import { type Venue, VenueClient } from './venue-client.js';
import { VenueQueryDto } from './venue-query.dto.js';

@Controller('api/1.0/event/:eventId/venue')
@EventsApi()
export class VenueController {
  constructor(
    private readonly events: EventsService,
    private readonly venues: VenueClient,
  ) {}

  @Get()
  async find(
    @CurrentPrincipal() principal: Principal,
    @Param('eventId') eventId: string,
    @Query() { upstream = 'up' }: VenueQueryDto,
  ): Promise<Venue> {
    const { venueId } = await this.events.find(principal, eventId);
    if (venueId !== null) return this.venues.fetchVenue(venueId, upstream);
    throw StandardErrors.RESOURCE_NOT_FOUND(
      { resourceType: 'Venue', resourceId: eventId },
      { message: 'Event has no venue' },
    );
  }
}
