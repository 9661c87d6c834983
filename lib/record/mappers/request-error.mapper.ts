import { codeForStatus } from '../../catalog/code-for-status';
import { isThrownError } from '../../thrown/is-thrown-error';
import { isHttpException } from '../../thrown/original-of';
import { readInteger, readMember, readText } from '../../thrown/read-member';
import type { ErrorMapper } from '../error-mapper';
import { type RequestFailure, requestFailureOf } from './request-failure-codes';
import { requestTextMapper } from './request-text.mapper';

/** Failures of parsers and middleware: http-errors (Express, body-parser), Fastify's, URIError. */
export const requestErrorMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown)) return undefined;
  if (isHttpException(thrown)) return requestTextMapper(thrown, context);
  const status = readInteger(thrown, 'statusCode') ?? readInteger(thrown, 'status');
  if (status === undefined || status < 400 || status > 599) return undefined;
  const isHttpError = isFromHttpErrors(thrown);
  if (!isHttpError && !isFastifyError(thrown) && !isParserError(thrown, status)) return undefined;

  const failure = failureOf(thrown);
  return context.record(failure?.code ?? codeForStatus(status), {
    status: failure?.code === 'CLIENT_CLOSED_REQUEST' ? undefined : status,
    details: failure?.details,
    message: failure === undefined && isHttpError ? exposedText(thrown, status) : undefined,
    headers: isHttpError ? headersOf(thrown) : undefined,
    cause: thrown,
  });
};

function isFromHttpErrors(thrown: Error): boolean {
  const status = readMember(thrown, 'status');
  return (
    typeof readMember(thrown, 'expose') === 'boolean' && status === readMember(thrown, 'statusCode')
  );
}

/** What a schema of a route found has fields, and a mapper of its own. */
function isFastifyError(thrown: Error): boolean {
  const code = readText(thrown, 'code');
  return code?.startsWith('FST_') === true && code !== 'FST_ERR_VALIDATION';
}

function isParserError(thrown: Error, status: number): boolean {
  const name = readText(thrown, 'name');
  return status === 400 && (name === 'SyntaxError' || name === 'URIError');
}

/** secure-json-parse throws a SyntaxError of its own for `__proto__` in a body. */
function failureOf(thrown: Error): RequestFailure | undefined {
  const known = requestFailureOf(readText(thrown, 'type'), readText(thrown, 'code'));
  if (known || readText(thrown, 'name') !== 'SyntaxError') return known;
  return { code: 'REQUEST_MALFORMED' };
}

/** `expose` is the author's word that the text is for the client; no text of a 5xx is. */
function exposedText(thrown: Error, status: number): string | undefined {
  const isExposed = readMember(thrown, 'expose') === true && status < 500;
  return isExposed ? readText(thrown, 'message') : undefined;
}

function headersOf(thrown: Error): Readonly<Record<string, string>> | undefined {
  const headers = readMember(thrown, 'headers');
  const isObject = typeof headers === 'object' && headers !== null;
  return isObject ? (headers as Record<string, string>) : undefined;
}
