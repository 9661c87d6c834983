import 'reflect-metadata';
import type { ExecutionContext } from '@nestjs/common';
import { COST_KEY, GROUP_KEY } from './own-metadata';

/** A value, or a function of the request that yields it. */
export type Resolvable<T> = T | ((context: ExecutionContext) => T | Promise<T>);

/** The `getTracker` of a decorator: names the client, in the signature of @nestjs/throttler. */
export type TrackerOfRequest = (
  request: Record<string, unknown>,
  context: ExecutionContext,
) => unknown;

/** The `generateKey` of a decorator, in the signature of @nestjs/throttler. */
export type KeyGenerator = (context: ExecutionContext, tracker: string, name: string) => unknown;

/** What `@Throttle({ [name]: … })` says of one policy. */
export interface ThrottleEntry {
  readonly limit?: Resolvable<number> | undefined;
  readonly ttl?: Resolvable<number> | undefined;
  readonly blockDuration?: Resolvable<number> | undefined;
  readonly getTracker?: TrackerOfRequest | undefined;
  readonly generateKey?: KeyGenerator | undefined;
}

/** The keys under which the decorators of @nestjs/throttler keep their values, before the name. */
export const THROTTLE_KEYS = {
  limit: 'THROTTLER:LIMIT',
  ttl: 'THROTTLER:TTL',
  blockDuration: 'THROTTLER:BLOCK_DURATION',
  getTracker: 'THROTTLER:TRACKER',
  generateKey: 'THROTTLER:KEY_GENERATOR',
} as const satisfies Record<keyof ThrottleEntry, string>;
export const SKIP_KEY = 'THROTTLER:SKIP';

/** The names that `@Throttle()` mentions on a handler or its class. */
export function throttleNames(handler: Function, controller: Function): string[] {
  return namesUnder(THROTTLE_KEYS.limit, handler, controller);
}

/** The names that `@SkipThrottle()` mentions on a handler or its class. */
export function skipNames(handler: Function, controller: Function): string[] {
  return namesUnder(SKIP_KEY, handler, controller);
}

/** The entry of one name: a value on the handler wins over that of the class. */
export function throttleEntry(
  name: string,
  handler: Function,
  controller: Function,
): Required<ThrottleEntry> {
  const read = <Key extends keyof ThrottleEntry>(key: Key) =>
    metadata(THROTTLE_KEYS[key] + name, handler, controller) as ThrottleEntry[Key];
  return {
    limit: read('limit'),
    ttl: read('ttl'),
    blockDuration: read('blockDuration'),
    getTracker: read('getTracker'),
    generateKey: read('generateKey'),
  };
}

export function isSkipped(name: string, handler: Function, controller: Function): boolean {
  return metadata(SKIP_KEY + name, handler, controller) === true;
}

/** What `@ThrottleCost()` says; undefined without one. */
export function routeCost(handler: Function, controller: Function): Resolvable<number> | undefined {
  return metadata(COST_KEY, handler, controller) as Resolvable<number> | undefined;
}

/** The groups of `@ThrottleGroup()` on the handler and on its class. */
export function routeGroups(handler: Function, controller: Function): string[] {
  const groups = [handler, controller].flatMap(
    (target) => (Reflect.getMetadata(GROUP_KEY, target) ?? []) as string[],
  );
  return [...new Set(groups)];
}

function metadata(key: string, handler: Function, controller: Function): unknown {
  return (Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller)) as unknown;
}

function namesUnder(prefix: string, handler: Function, controller: Function): string[] {
  const keys = [handler, controller].flatMap(
    (target) => Reflect.getMetadataKeys(target) as unknown[],
  );
  const names = keys
    .filter((key): key is string => typeof key === 'string' && key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
  return [...new Set(names)];
}
