import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { StandardErrors } from 'nestjs-errors';
import type { AuthenticatedRequest } from './authenticated-request.js';
import { Scope } from './scope.decorator.js';

/** Holds clients and API keys to the scopes they were given. */
@Injectable()
export class ScopeGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (principal === undefined || principal.kind === 'user') return true;
    const requiredScope = this.reflector.getAllAndOverride(Scope, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (principal.scopes.includes(requiredScope)) return true;
    throw StandardErrors.AUTH_INSUFFICIENT_SCOPE(
      { requiredScope, grantedScopes: principal.scopes },
      principal.kind === 'api-key'
        ? { message: 'API key does not have access to this resource' }
        : {},
    );
  }
}
