import type { ExecutionContext } from '@nestjs/common';
import type { ThrottlingTracker } from './policy.options';
import { trackerText } from './client';

/**
 * A tracker by the user that a guard has put on the request: the first of the properties that is
 * there.
 * @example
 * ErrorsModule.forRoot({ throttling: { tracker: trackByUser('id') } });
 */
export function trackByUser(...properties: readonly string[]): ThrottlingTracker {
  const names = properties.length === 0 ? ['id', 'sub'] : properties;
  return (context) => {
    const user = requestOf(context)['user'] as Record<string, unknown> | undefined;
    if (typeof user !== 'object' || user === null) return undefined;
    return names.map((name) => trackerText(user[name])).find((text) => text !== undefined);
  };
}

/**
 * A tracker by a header, such as an API key or a tenant. Anyone may send anything: only for headers
 * that a proxy or an earlier guard has verified, else each made-up value has a limit of its own.
 */
export function trackByHeader(name: string): ThrottlingTracker {
  const lowercase = name.toLowerCase();
  return (context) => {
    const value = (requestOf(context)['headers'] as Record<string, unknown>)[lowercase];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
}

function requestOf(context: ExecutionContext): Record<string, unknown> {
  return context.getArgByIndex<Record<string, unknown>>(0);
}
