import type { ErrorMapper, MapperContext } from '../record/error-mapper';
import type { ErrorRecord } from '../record/error-record';
import { isThrownError } from '../thrown/is-thrown-error';
import { isHttpException } from '../thrown/original-of';
import { readInteger, readMember, readText } from '../thrown/read-member';
import { joseMapper } from './jose.mapper';
import { jsonWebTokenMapper } from './json-web-token.mapper';
import { tokenInvalid, tokenMissing } from './token-failures';

/**
 * The 401 of @nestjs/passport's AuthGuard, and of guards like it: why a strategy refused (its
 * `info`) stands on the request, or is what the exception was made with. A text that the guard's
 * author wrote stays.
 */
export const authGuardMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown)) return undefined;
  const authInfo = readMember(context.request, 'authInfo');
  const isRefusal = isHttpException(thrown) && readInteger(thrown, 'status') === 401;
  if (authInfo === undefined && !isRefusal) return undefined;
  const infos = [authInfo].flat().filter(isThrownError);
  if (infos.includes(thrown)) return tokenFailure(thrown, context) ?? tokenInvalid(thrown, context);
  if (!isRefusal || readMember(thrown, 'errorCode') !== undefined) return undefined;
  const response = readMember(thrown, 'response');
  const given = [readMember(thrown, 'cause'), response].filter(isThrownError);
  const text = readText(response, 'message');
  const isAuthored =
    text !== undefined &&
    text !== 'Unauthorized' &&
    [...given, ...infos].every((reason) => readText(reason, 'message') !== text);

  const record = failureOf(isAuthored ? given : [...given, ...infos], context);
  if (record) return record.with({ cause: thrown, ...(isAuthored && { message: text }) });
  return isAuthored || !isLogin(context)
    ? undefined
    : context.record('AUTH_CLIENT_INVALID', { cause: thrown });
};

/** Of several strategies, the one that was given a token says more than one that found none. */
function failureOf(reasons: readonly Error[], context: MapperContext): ErrorRecord | undefined {
  const failures = reasons.flatMap((reason) => tokenFailure(reason, context) ?? []);
  return failures.find(({ code }) => code !== 'AUTH_TOKEN_MISSING') ?? failures[0];
}

function tokenFailure(reason: Error, context: MapperContext): ErrorRecord | undefined {
  if (readText(reason, 'message') === 'No auth token') return tokenMissing(reason, context);
  const record = jsonWebTokenMapper(reason, context) ?? joseMapper(reason, context);
  return record as ErrorRecord | undefined;
}

/** A strategy of passport's ran, and what it was given is a password, not a token. */
function isLogin({ request, hasCredentials }: MapperContext): boolean {
  if (hasCredentials || !Object.hasOwn(request as object, 'authInfo')) return false;
  return readText(readMember(request, 'body'), 'password') !== undefined;
}
