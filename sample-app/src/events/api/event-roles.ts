import type { Principal } from '../../auth/principal.js';

export type EventRole = 'EventManager' | 'EventViewer';

/** What a principal is in Engagifii Events. */
export function eventRoles(principal: Principal): readonly EventRole[] {
  const isManager =
    principal.kind === 'user'
      ? principal.role === 'admin'
      : principal.scopes.includes('events:write');
  return [isManager ? 'EventManager' : 'EventViewer'];
}
