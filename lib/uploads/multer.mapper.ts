import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { originalOf } from '../thrown/original-of';
import { readText } from '../thrown/read-member';
import { multipartFailure } from './multipart-limits';

/** multer, as it is or as Nest 12 wraps it. */
export const multerMapper: ErrorMapper = (thrown, context) => {
  const error = originalOf(thrown);
  if (!isThrownError(error) || readText(error, 'name') !== 'MulterError') return undefined;
  const code = readText(error, 'code') ?? '';
  return multipartFailure({ code, field: readText(error, 'field'), thrown }, context);
};
