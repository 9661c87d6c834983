import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { originalOf } from '../thrown/original-of';
import { readText } from '../thrown/read-member';
import { multipartFailure } from './multipart-limits';

const NAMES = new Set(['MulterError', 'MultipartError']);

/** multer, as it is or as Nest 12 wraps it, and Nest's own interceptors on Fastify. */
export const multerMapper: ErrorMapper = (thrown, context) => {
  const error = originalOf(thrown);
  if (!isThrownError(error) || !NAMES.has(readText(error, 'name') ?? '')) return undefined;
  const code = readText(error, 'code') ?? '';
  return multipartFailure({ code, field: readText(error, 'field'), thrown }, context);
};
