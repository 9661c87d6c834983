import { codeForStatus } from '../catalog/code-for-status';
import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { isHttpException } from '../thrown/original-of';
import { readInteger, readText } from '../thrown/read-member';
import { tokenInvalid, tokenMissing } from './token-failures';

/** passport's own middleware with `failWithError`; it keeps the strategy's reason to itself. */
export const passportMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown) || isHttpException(thrown)) return undefined;
  if (readText(thrown, 'name') !== 'AuthenticationError') return undefined;
  const status = readInteger(thrown, 'status');
  if (status === undefined || status < 400 || status > 499) return undefined;
  if (status !== 401) return context.record(codeForStatus(status), { status, cause: thrown });
  return context.hasCredentials ? tokenInvalid(thrown, context) : tokenMissing(thrown, context);
};
