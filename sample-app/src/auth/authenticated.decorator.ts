import { applyDecorators, type CanActivate, type Type, UseGuards } from '@nestjs/common';
import { AuthenticationGuard } from './authentication.guard.js';
import { Scope } from './scope.decorator.js';
import { ScopeGuard } from './scope.guard.js';

/**
 * A controller for verified senders: people, and programs that have the scope. Further guards are
 * given here, since those of another `@UseGuards` on the class might run first.
 */
export function Authenticated(scope: string, ...further: Type<CanActivate>[]): ClassDecorator {
  return applyDecorators(Scope(scope), UseGuards(AuthenticationGuard, ScopeGuard, ...further));
}
