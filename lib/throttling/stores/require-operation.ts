import type { RateLimitStore } from './rate-limit-store';

type Operation = Exclude<keyof RateLimitStore, 'consume'>;

/**
 * An operation that a store may lack, bound to it.
 * @throws TypeError that names it
 */
export function requireOperation<Name extends Operation>(
  store: RateLimitStore,
  name: Name,
): NonNullable<RateLimitStore[Name]> {
  const operation = store[name];
  if (operation === undefined) {
    throw new TypeError(
      `This rate-limit store cannot ${name}: use one that has the method, such as memoryStore().`,
    );
  }
  return operation.bind(store) as NonNullable<RateLimitStore[Name]>;
}
