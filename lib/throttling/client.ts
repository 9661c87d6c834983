import { createHash, createHmac } from 'node:crypto';

/** Longer trackers, such as a whole token, are kept as a hash: keys stay small. */
const MAX_LENGTH = 256;
/** What the first character of a key means, see `Client`. */
const SIGNS = '#~:';

/** Whom a request counts for. */
export interface Client {
  readonly tracker: string;
  /**
   * Its part of a key: the tracker, so that the common case joins no texts. Where it begins with a
   * sign, the sign tells what follows (`#` a hash, `~` an address in place of a missing tracker, `:`
   * a tracker that itself begins with a sign), so that no client can pose as another.
   */
  readonly key: string;
}

export function clientByTracker(tracker: string, secret?: string): Client {
  return { tracker, key: boundedKey(tracker, secret) };
}

export function clientByAddress(address: string, secret?: string): Client {
  const key = secret === undefined ? `~${address}` : boundedKey(`~${address}`, secret);
  return { tracker: address, key };
}

/** @param secret hashes every text, so that a store holds no personal data */
export function boundedKey(text: string, secret?: string): string {
  if (secret !== undefined) {
    return `#${createHmac('sha256', secret).update(text).digest('base64url')}`;
  }
  if (text.length > MAX_LENGTH) {
    return `#${createHash('sha256').update(text).digest('base64url')}`;
  }
  return SIGNS.includes(text.charAt(0)) ? `:${text}` : text;
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
