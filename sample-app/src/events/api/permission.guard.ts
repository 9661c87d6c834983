import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { StandardErrors } from 'nestjs-errors';
import type { AuthenticatedRequest } from '../../auth/authenticated-request.js';
import { type EventRole, eventRoles } from './event-roles.js';

export interface Permission {
  readonly action: string;
  readonly requiredRole: EventRole;
  /** What the caller reads who lacks the role. */
  readonly message: string;
}

/** The permission that one handler needs. */
export const RequiredPermission = Reflector.createDecorator<Permission>();

@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { action, requiredRole, message } = this.reflector.get(
      RequiredPermission,
      context.getHandler(),
    );
    const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const userRoles = principal === undefined ? [] : eventRoles(principal);
    if (userRoles.includes(requiredRole)) return true;
    throw StandardErrors.PERMISSION_DENIED({ requiredRole, userRoles, action }, { message });
  }
}
