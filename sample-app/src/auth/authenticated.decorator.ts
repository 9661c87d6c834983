import { applyDecorators, UseGuards } from '@nestjs/common';
import { AuthenticationGuard } from './authentication.guard.js';
import { Scope } from './scope.decorator.js';
import { ScopeGuard } from './scope.guard.js';

/** A controller for verified senders: people, and programs that have the scope. */
export function Authenticated(scope: string): ClassDecorator {
  return applyDecorators(Scope(scope), UseGuards(AuthenticationGuard, ScopeGuard));
}
