import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { originalOf } from '../thrown/original-of';
import { readText } from '../thrown/read-member';
import { isClientGone } from './is-client-gone';

const NAMES = new Set(['AbortError', 'CanceledError']);

const CODES = new Set([
  'ECONNRESET',
  'EPIPE',
  'ABORT_ERR',
  'ERR_CANCELED',
  'ERR_ABORTED',
  'UND_ERR_ABORT',
  'UND_ERR_ABORTED',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_UNABLE_TO_PIPE',
  'FST_MP_PREMATURE_CLOSE',
  'STREAM_DESTROYED',
]);

/** What Node, multer and parsers of forms say of a body that broke off; they have no code for it. */
const TEXT =
  /^(?:request aborted|Request aborted|Request closed|(?:Multipart: )?Unexpected end of (?:form|file|multipart data)|Part terminated early due to unexpected end of multipart data)$/;

/**
 * The client left, and that is why something was given up: no news, and nobody to answer. A
 * failure that its leaving does not explain stays what it is.
 */
export const clientAbortMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown) || !isClientGone(context.request)) return undefined;
  const error = originalOf(thrown);
  const isExplained =
    NAMES.has(readText(error, 'name') ?? '') ||
    CODES.has(readText(error, 'code') ?? '') ||
    TEXT.test(readText(error, 'message') ?? '');
  return isExplained ? context.record('CLIENT_CLOSED_REQUEST', { cause: thrown }) : undefined;
};
