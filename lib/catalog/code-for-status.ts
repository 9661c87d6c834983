import type { StandardErrorCode } from './standard-errors';

/** The code of a bare exception, by its status. 401 depends on the route and is decided there. */
const CODE_BY_STATUS: Readonly<Record<number, StandardErrorCode>> = {
  400: 'BAD_REQUEST',
  401: 'AUTH_CLIENT_INVALID',
  403: 'PERMISSION_DENIED',
  404: 'RESOURCE_NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  406: 'NOT_ACCEPTABLE',
  408: 'REQUEST_TIMEOUT',
  409: 'RESOURCE_CONFLICT',
  410: 'RESOURCE_DELETED',
  412: 'PRECONDITION_FAILED',
  413: 'PAYLOAD_TOO_LARGE',
  414: 'URI_TOO_LONG',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'VALIDATION_FAILED',
  423: 'RESOURCE_LOCKED',
  429: 'RATE_LIMIT_EXCEEDED',
  431: 'HEADERS_TOO_LARGE',
  499: 'CLIENT_CLOSED_REQUEST',
  501: 'NOT_IMPLEMENTED',
  502: 'UPSTREAM_FAILED',
  503: 'SERVICE_UNAVAILABLE',
  504: 'UPSTREAM_TIMEOUT',
};

/** The status of an answer: what no answer can have, such as 0, 100 or a text, is a fault. */
export function answerStatus(status: unknown): number {
  const isPossible = Number.isInteger(status) && Number(status) >= 200 && Number(status) <= 599;
  return isPossible ? (status as number) : 500;
}

export function codeForStatus(status: number): StandardErrorCode {
  return CODE_BY_STATUS[status] ?? (status < 500 ? 'REQUEST_FAILED' : 'INTERNAL_ERROR');
}
