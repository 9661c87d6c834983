import { isThrownError } from './is-thrown-error';
import { readMember, readText } from './read-member';

/**
 * What Nest 12 wrapped into an HttpException, else the value itself. Nest repeats the text of
 * the original, cut or lengthened; an exception in its author's own words is left alone.
 */
export function originalOf(thrown: unknown): unknown {
  if (!isThrownError(thrown) || !isHttpException(thrown)) return thrown;
  const cause = readMember(thrown, 'cause');
  if (!isThrownError(cause)) return thrown;
  const own = readText(thrown, 'message');
  const original = readText(cause, 'message');
  if (!own || !original) return thrown;
  const isRepeated = own.includes(original) || original.includes(own);
  return isRepeated || readMember(cause, 'expose') === false ? cause : thrown;
}

/** By shape: some loaders keep two copies of Nest's classes. */
export function isHttpException(thrown: unknown): boolean {
  return (
    typeof readMember(thrown, 'getStatus') === 'function' &&
    typeof readMember(thrown, 'getResponse') === 'function'
  );
}
