import type { UpstreamFailure } from './upstream-failure';

const TIMEOUTS = new Set([
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'ERR_SOCKET_CONNECTION_TIMEOUT',
  'ERR_TLS_HANDSHAKE_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/** Who gave up the call is this API's own code, as a rule on a clock: as good as a timeout. */
const ABORTS = new Set([
  'ABORT_ERR',
  'ERR_ABORTED',
  'ERR_CANCELED',
  'UND_ERR_ABORT',
  'UND_ERR_ABORTED',
]);

const FAILURES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'EPROTO',
  'EADDRNOTAVAIL',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENETRESET',
  'ENOTCONN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'EAI_NONAME',
  'ENODATA',
  'ESERVFAIL',
  'EREFUSED',
  'UND_ERR_SOCKET',
  'UND_ERR_HEADERS_OVERFLOW',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_RES_EXCEEDED_MAX_SIZE',
  'UND_ERR_BPL_MISSING_UPSTREAM',
  'UND_ERR_PRX_TLS',
  'UND_ERR_CLOSED',
  'UND_ERR_DESTROYED',
  'UND_ERR_INFO',
]);

/** OpenSSL's verdicts on a certificate, as Node spells them, and what a parser of HTTP says. */
const FAILURE_PATTERN =
  /^(?:ERR_TLS_|ERR_SSL_|CERT_|HPE_|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)|DEPTH_ZERO_SELF|SELF_SIGNED_CERT)/;

/** What the code of an error of Node's network, or of undici, says of a dependency. */
export function failureOfCode(code: string | undefined): UpstreamFailure | undefined {
  if (code === undefined) return undefined;
  if (TIMEOUTS.has(code) || ABORTS.has(code)) return 'timed-out';
  return FAILURES.has(code) || FAILURE_PATTERN.test(code) ? 'failed' : undefined;
}
