import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { StandardErrors } from 'nestjs-errors';
import type { AuthenticatedRequest } from './authenticated-request.js';
import type { Role } from './principal.js';

/** The role that a person needs here. */
export const RequiredRole = Reflector.createDecorator<Role>();

@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const requiredRole = this.reflector.getAllAndOverride(RequiredRole, [
      context.getHandler(),
      context.getClass(),
    ]);
    const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const roles = principal?.kind === 'user' ? [principal.role] : [];
    if (roles.includes(requiredRole)) return true;
    throw StandardErrors.PERMISSION_ROLE_REQUIRED({ requiredRole, userRoles: roles });
  }
}
