import type { StandardErrorCode } from '../../catalog/standard-errors';

/** What a request did wrong, in the catalogue's words. */
export interface RequestFailure {
  readonly code: StandardErrorCode;
  readonly details?: object;
}

const malformed: RequestFailure = { code: 'REQUEST_MALFORMED' };
const tooLarge: RequestFailure = { code: 'PAYLOAD_TOO_LARGE' };
const unsupported: RequestFailure = { code: 'UNSUPPORTED_MEDIA_TYPE' };
const forged: RequestFailure = {
  code: 'PERMISSION_DENIED',
  details: { hint: 'Fetch a new CSRF token and send it with the request' },
};

/** body-parser's `type`, https://github.com/expressjs/body-parser#errors */
const BY_TYPE: Readonly<Record<string, RequestFailure>> = {
  'entity.parse.failed': malformed,
  'entity.too.large': tooLarge,
  'entity.verify.failed': { code: 'PERMISSION_DENIED' },
  'request.aborted': { code: 'CLIENT_CLOSED_REQUEST' },
  'request.size.invalid': malformed,
  'parameters.too.many': tooLarge,
  'querystring.parse.rangeError': malformed,
  'encoding.unsupported': unsupported,
  'charset.unsupported': unsupported,
};

/** Codes of Fastify, @fastify/csrf-protection and csrf-csrf. */
const BY_CODE: Readonly<Record<string, RequestFailure>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: malformed,
  FST_ERR_CTP_EMPTY_JSON_BODY: malformed,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: malformed,
  FST_CSRF_MISSING_SECRET: forged,
  FST_CSRF_INVALID_TOKEN: forged,
  EBADCSRFTOKEN: forged,
};

/** What zlib says of a compressed body; brotli's codes begin with the second. */
const DECOMPRESSION = /^(?:Z_|ERR__ERROR_FORMAT)/;

/** The failure of a known type or code; others are told by their status alone. */
export function requestFailureOf(
  type: string | undefined,
  code: string | undefined,
): RequestFailure | undefined {
  const known = entry(BY_TYPE, type) ?? entry(BY_CODE, code);
  return known ?? (code !== undefined && DECOMPRESSION.test(code) ? malformed : undefined);
}

function entry(table: Readonly<Record<string, RequestFailure>>, key: string | undefined) {
  return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
