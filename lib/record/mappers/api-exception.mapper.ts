import { type ApiException, isApiException } from '../../catalog/api-exception';
import type { FieldError } from '../field-error';
import type { ErrorMapper, MapperContext } from '../error-mapper';
import type { ErrorRecord } from '../error-record';

/** Failures of the catalogue: they say themselves what they are. */
export const apiExceptionMapper: ErrorMapper = (thrown, context) =>
  isApiException(thrown) ? recordOfApiException(thrown, context, thrown) : undefined;

/** `cause` is what was thrown: the exception itself, or the value a mapper turned into it. */
export function recordOfApiException(
  exception: ApiException,
  context: MapperContext,
  cause: unknown,
): ErrorRecord {
  if (exception.code === 'PARTIAL_SUCCESS') return refusePartialSuccess(context, cause);
  const { fields } = exception;
  const isHeaderFailure = fields !== undefined && isAboutHeaders(fields);
  return context.record(isHeaderFailure ? codeOfHeaderFailure(fields) : exception.code, {
    definition: exception.definition,
    status: exception.authoredStatus ?? (isHeaderFailure ? 400 : undefined),
    message: exception.authoredMessage,
    details: exception.details as object | undefined,
    fields,
    wording: exception.wording,
    problem: exception.problem,
    headers: headersOf(exception),
    cause,
  });
}

/** Whatever was thrown rolls back the transaction around it: nothing has succeeded any more. */
function refusePartialSuccess(context: MapperContext, cause: unknown): ErrorRecord {
  const text = 'PARTIAL_SUCCESS was thrown. Return what runBatch() yields instead.';
  return context.record('INTERNAL_ERROR', { cause: new Error(text, { cause }) });
}

/** A request whose headers are wrong was not understood: 400, and the code of what is wrong. */
function isAboutHeaders(fields: readonly FieldError[]): boolean {
  return fields.length > 0 && fields.every((field) => field.location === 'header');
}

const HEADER_CODES = new Set([
  'VALIDATION_REQUIRED_FIELD',
  'VALIDATION_INVALID_FORMAT',
  'VALIDATION_OUT_OF_RANGE',
]);

function codeOfHeaderFailure(fields: readonly FieldError[]): string {
  const code = fields[0]?.isMissing === true ? 'VALIDATION_REQUIRED_FIELD' : fields[0]?.code;
  return code !== undefined && HEADER_CODES.has(code) ? code : 'VALIDATION_FAILED';
}

function headersOf(exception: ApiException): Readonly<Record<string, string>> | undefined {
  const { headers, retryAfterSeconds } = exception;
  if (retryAfterSeconds === undefined || !Number.isFinite(retryAfterSeconds)) return headers;
  return { ...headers, 'Retry-After': String(Math.max(0, Math.ceil(retryAfterSeconds))) };
}
