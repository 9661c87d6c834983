import { Module } from '@nestjs/common';
import { ErrorsModule } from 'nestjs-errors';
import { BoothsController } from './booths/booths.controller.js';
import { BoothsService } from './booths/booths.service.js';
import { BulkController } from './bulk/bulk.controller.js';
import { BulkService } from './bulk/bulk.service.js';
import { DiagnosticsController } from './diagnostics/diagnostics.controller.js';
import { EventErrors } from './event-errors.js';
import { EventsController } from './events/events.controller.js';
import { EventsService } from './events/events.service.js';
import { ListEventsService } from './events/list-events.service.js';
import { RegistrationsController } from './registrations/registrations.controller.js';
import { RegistrationsService } from './registrations/registrations.service.js';
import { SearchController } from './search/search.controller.js';
import { TokenController } from './token/token.controller.js';
import { VenueClient } from './venue/venue-client.js';
import { VenueUpstream } from './venue/venue-upstream.js';
import { VenueController } from './venue/venue.controller.js';

@Module({
  imports: [
    ErrorsModule.forFeature({ path: '/api/1.0', format: 'nested', catalog: [EventErrors] }),
  ],
  controllers: [
    TokenController,
    EventsController,
    RegistrationsController,
    BoothsController,
    BulkController,
    SearchController,
    VenueController,
    DiagnosticsController,
  ],
  providers: [
    EventsService,
    ListEventsService,
    RegistrationsService,
    BoothsService,
    BulkService,
    VenueClient,
    VenueUpstream,
  ],
})
export class EventsApiModule {}
