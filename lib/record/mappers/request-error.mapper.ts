import { codeForStatus } from '../../catalog/code-for-status';
import type { StandardErrorCode } from '../../catalog/standard-errors';
import type { ErrorMapper } from '../error-mapper';

/** body-parser's `type`, https://github.com/expressjs/body-parser#errors */
const CODE_BY_BODY_PARSER_TYPE: Readonly<Record<string, StandardErrorCode>> = {
  'entity.parse.failed': 'REQUEST_MALFORMED',
  'entity.too.large': 'PAYLOAD_TOO_LARGE',
  'request.aborted': 'CLIENT_CLOSED_REQUEST',
  'request.size.invalid': 'REQUEST_MALFORMED',
  'parameters.too.many': 'PAYLOAD_TOO_LARGE',
  'querystring.parse.rangeError': 'REQUEST_MALFORMED',
  'encoding.unsupported': 'UNSUPPORTED_MEDIA_TYPE',
  'charset.unsupported': 'UNSUPPORTED_MEDIA_TYPE',
};

/** Fastify's codes whose status alone would not tell enough. */
const CODE_BY_FASTIFY_CODE: Readonly<Record<string, StandardErrorCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'REQUEST_MALFORMED',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'REQUEST_MALFORMED',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'REQUEST_MALFORMED',
};

interface RequestError {
  readonly message?: unknown;
  readonly status?: unknown;
  readonly statusCode?: unknown;
  readonly expose?: unknown;
  readonly type?: unknown;
  readonly code?: unknown;
  readonly headers?: unknown;
}

/** Failures of parsers and middleware: http-errors (Express, body-parser), Fastify's, URIError. */
export const requestErrorMapper: ErrorMapper = (thrown, context) => {
  if (!(thrown instanceof Error)) return undefined;
  const error = thrown as RequestError;
  const status = typeof error.statusCode === 'number' ? error.statusCode : error.status;
  if (!isErrorStatus(status)) return undefined;
  const isHttpError = typeof error.expose === 'boolean' && error.status === error.statusCode;
  const isFastifyError = typeof error.code === 'string' && error.code.startsWith('FST_');
  const isParserError =
    status === 400 && (thrown instanceof SyntaxError || thrown instanceof URIError);
  if (!isHttpError && !isFastifyError && !isParserError) return undefined;

  const code = knownCode(error) ?? (isMalformedBody(thrown) ? 'REQUEST_MALFORMED' : undefined);
  return context.record(code ?? codeForStatus(status), {
    status: code === 'CLIENT_CLOSED_REQUEST' ? 499 : status,
    message: code === undefined && isHttpError ? exposedText(error, status) : undefined,
    headers: isHttpError ? (error.headers as Record<string, string> | undefined) : undefined,
    cause: thrown,
  });
};

function isErrorStatus(status: unknown): status is number {
  return Number.isInteger(status) && (status as number) >= 400 && (status as number) <= 599;
}

function knownCode({ type, code }: RequestError): StandardErrorCode | undefined {
  if (typeof type === 'string' && Object.hasOwn(CODE_BY_BODY_PARSER_TYPE, type)) {
    return CODE_BY_BODY_PARSER_TYPE[type];
  }
  return typeof code === 'string' && Object.hasOwn(CODE_BY_FASTIFY_CODE, code)
    ? CODE_BY_FASTIFY_CODE[code]
    : undefined;
}

/** secure-json-parse throws a SyntaxError of its own for `__proto__` in a body. */
function isMalformedBody(thrown: Error): boolean {
  return thrown instanceof SyntaxError;
}

/** `expose` is the author's word that the text is for the client; no text of a 5xx is. */
function exposedText({ expose, message }: RequestError, status: number): string | undefined {
  return expose === true && status < 500 && typeof message === 'string' ? message : undefined;
}
