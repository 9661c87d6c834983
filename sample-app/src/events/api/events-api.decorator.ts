import { applyDecorators, UseGuards } from '@nestjs/common';
import { AuthenticationGuard } from '../../auth/authentication.guard.js';
import { Scope } from '../../auth/scope.decorator.js';
import { ScopeGuard } from '../../auth/scope.guard.js';
import { RequiredHeadersGuard } from './required-headers.guard.js';
import { TenantGuard } from './tenant.guard.js';

/** What every controller of Engagifii Events asks of a call: headers, then token, scope, tenant. */
export function EventsApi(): ClassDecorator {
  return applyDecorators(
    Scope('events:read'),
    UseGuards(RequiredHeadersGuard, AuthenticationGuard, ScopeGuard, TenantGuard),
  );
}
