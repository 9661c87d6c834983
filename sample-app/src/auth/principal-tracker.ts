import type { ExecutionContext } from '@nestjs/common';
import type { AuthenticatedRequest } from './authenticated-request.js';
import type { Authentication } from './authentication.js';

/**
 * Counts requests by who sends them. The rate-limit guard is global and runs before the guards of
 * controllers, so the credential is verified here; whoever has none is counted by address.
 */
export function principalTracker(authentication: Authentication) {
  return async (context: ExecutionContext): Promise<string | undefined> => {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    try {
      request.principal = await authentication.identify(request);
      return `${request.principal.kind}:${request.principal.id}`;
    } catch {
      return undefined;
    }
  };
}
