import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { StandardErrors } from 'nestjs-errors';
import { CurrentPrincipal } from '../../auth/current-principal.decorator.js';
import type { Principal } from '../../auth/principal.js';
import { Scope } from '../../auth/scope.decorator.js';
import { eventRoles } from '../api/event-roles.js';
import { EventsApi } from '../api/events-api.decorator.js';
import { RegistrationDto } from './registration.dto.js';
import { type Registration, RegistrationsService } from './registrations.service.js';

@Controller('api/1.0/event/:eventId/registrations')
@EventsApi()
export class RegistrationsController {
  constructor(private readonly registrations: RegistrationsService) {}

  @Get()
  list(
    @CurrentPrincipal() principal: Principal,
    @Param('eventId') eventId: string,
  ): Promise<Registration[]> {
    const userRoles = eventRoles(principal);
    if (!userRoles.includes('EventManager')) {
      throw StandardErrors.PERMISSION_ROLE_REQUIRED({ requiredRole: 'EventManager', userRoles });
    }
    return this.registrations.list(principal, eventId);
  }

  @Post()
  @Scope('events:write')
  register(
    @CurrentPrincipal() principal: Principal,
    @Param('eventId') eventId: string,
    @Body() registration: RegistrationDto,
  ): Promise<Registration> {
    return this.registrations.register(principal, eventId, registration);
  }

  @Delete(':id')
  @HttpCode(204)
  @Scope('events:write')
  cancel(
    @CurrentPrincipal() principal: Principal,
    @Param('eventId') eventId: string,
    @Param('id') id: string,
  ): Promise<void> {
    return this.registrations.cancel(principal, eventId, id);
  }
}
