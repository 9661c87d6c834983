import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { AuthenticatedRequest } from './authenticated-request.js';
import { Authentication } from './authentication.js';
import { Public } from './public.decorator.js';

/** Lets verified senders pass and says who they are, for `@CurrentPrincipal()` and later guards. */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  constructor(
    private readonly authentication: Authentication,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.get(Public, context.getHandler())) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    request.principal ??= await this.authentication.identify(request);
    return true;
  }
}
