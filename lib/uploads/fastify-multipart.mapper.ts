import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { originalOf } from '../thrown/original-of';
import { readMember, readText } from '../thrown/read-member';
import { multipartFailure } from './multipart-limits';

const MULTER_CODES: Readonly<Record<string, string>> = {
  FST_PARTS_LIMIT: 'LIMIT_PART_COUNT',
  FST_FILES_LIMIT: 'LIMIT_FILE_COUNT',
  FST_FIELDS_LIMIT: 'LIMIT_FIELD_COUNT',
  FST_REQ_FILE_TOO_LARGE: 'LIMIT_FILE_SIZE',
  FST_PROTO_VIOLATION: 'INVALID_FIELD_NAME',
};

const MALFORMED = new Set(['FST_MP_PREMATURE_CLOSE', 'FST_INVALID_JSON_FIELD_ERROR']);

/** @fastify/multipart: the same limits as multer's under names of its own. */
export const fastifyMultipartMapper: ErrorMapper = (thrown, context) => {
  const error = originalOf(thrown);
  const code = isThrownError(error) ? readText(error, 'code') : undefined;
  if (code === undefined) return undefined;
  if (MALFORMED.has(code)) return context.record('REQUEST_MALFORMED', { cause: thrown });
  // The package says 406; it is the request that has the wrong type, not the answer.
  if (code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') {
    return context.record('UNSUPPORTED_MEDIA_TYPE', { cause: thrown });
  }
  const known = Object.hasOwn(MULTER_CODES, code) ? MULTER_CODES[code] : undefined;
  const field = readText(readMember(error, 'part'), 'fieldname');
  return known === undefined
    ? undefined
    : multipartFailure({ code: known, field, thrown }, context);
};
