import { types } from 'node:util';

/**
 * Whether a thrown value is an error, of this realm or another (test runners have several).
 * Plain objects are none: an upstream's JSON, thrown as it came, could spell any name or code.
 */
export function isThrownError(value: unknown): value is Error {
  if (typeof value !== 'object' || value === null) return false;
  if (types.isNativeError(value)) return true;
  try {
    return value instanceof Error || Object.prototype.toString.call(value) === DOM_EXCEPTION;
  } catch {
    return false;
  }
}

const DOM_EXCEPTION = '[object DOMException]';
