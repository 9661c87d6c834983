import { createHash } from 'node:crypto';

/** Longer trackers, such as a whole token, are kept as a hash: keys stay small. */
const MAX_LENGTH = 256;

/** Whom a request counts for. */
export interface Client {
  readonly tracker: string;
  /**
   * Its part of a key. The first character tells what follows (`:` the tracker, `#` its hash, `~` an
   * address in place of a missing tracker), so that no client can pose as another.
   */
  readonly key: string;
}

export function clientByTracker(tracker: string): Client {
  return { tracker, key: boundedKey(tracker) };
}

export function clientByAddress(address: string): Client {
  return { tracker: address, key: `~${address}` };
}

export function boundedKey(text: string): string {
  if (text.length <= MAX_LENGTH) return `:${text}`;
  return `#${createHash('sha256').update(text).digest('base64url')}`;
}

/**
 * The text that a tracker yielded, or undefined if it yielded none.
 * @throws TypeError for an object, which would put every client under one key
 */
export function trackerText(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value === '' ? undefined : value;
    case 'number':
    case 'bigint':
      return String(value);
    default:
      if (value === undefined || value === null) return undefined;
      throw new TypeError(
        `A throttling tracker must return a string or undefined, but it returned a value of type ${typeof value}.`,
      );
  }
}
