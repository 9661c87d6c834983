import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  UseGuards,
} from '@nestjs/common';
import { CurrentPrincipal } from '../../auth/current-principal.decorator.js';
import type { Principal } from '../../auth/principal.js';
import { Scope } from '../../auth/scope.decorator.js';
import { EventsApi } from '../api/events-api.decorator.js';
import { PermissionGuard, RequiredPermission } from '../api/permission.guard.js';
import type { EventItem, EventPage } from './event.js';
import { EventsService } from './events.service.js';
import { ListEventsDto } from './list-events.dto.js';
import { ListEventsService } from './list-events.service.js';
import { SaveEventDto } from './save-event.dto.js';

@Controller('api/1.0/event')
@EventsApi()
export class EventsController {
  constructor(
    private readonly events: EventsService,
    private readonly lists: ListEventsService,
  ) {}

  @Get()
  list(
    @CurrentPrincipal() principal: Principal,
    @Query() { page = 1 }: ListEventsDto,
  ): Promise<EventPage> {
    return this.lists.list(principal, page);
  }

  @Get(':id')
  find(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<EventItem> {
    return this.events.find(principal, id);
  }

  @Post('save')
  @Scope('events:write')
  save(@CurrentPrincipal() principal: Principal, @Body() event: SaveEventDto): Promise<EventItem> {
    return this.events.save(principal, event);
  }

  @Put(':id')
  @Scope('events:write')
  @UseGuards(PermissionGuard)
  @RequiredPermission({
    action: 'UpdateEvent',
    requiredRole: 'EventManager',
    message: 'You do not have permission to edit this event',
  })
  update(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body() event: SaveEventDto,
  ): Promise<EventItem> {
    return this.events.update(principal, id, event);
  }

  @Delete(':id')
  @HttpCode(204)
  @Scope('events:write')
  @UseGuards(PermissionGuard)
  @RequiredPermission({
    action: 'DeleteEvent',
    requiredRole: 'EventManager',
    message: 'You do not have permission to delete this event',
  })
  remove(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<void> {
    return this.events.remove(principal, id);
  }
}
