import { describe, expect, it } from 'vitest';
import { failureOfCode } from '../../../lib/upstream/failure-of-code';

const FAILED = [
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH', 'EPROTO'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_SOCKET', 'UND_ERR_DESTROYED'],
  ...['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ...['SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ...['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ...['ERR_SSL_WRONG_VERSION_NUMBER', 'HPE_INVALID_CONSTANT'],
];
const TIMED_OUT = [
  ...['ETIMEDOUT', 'ESOCKETTIMEDOUT', 'ERR_SOCKET_CONNECTION_TIMEOUT'],
  ...['ERR_TLS_HANDSHAKE_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT'],
  ...['UND_ERR_BODY_TIMEOUT', 'ABORT_ERR', 'ERR_CANCELED', 'ERR_ABORTED', 'UND_ERR_ABORTED'],
];
const OWN_FAULTS = [
  ...['ENOENT', 'EACCES', 'EMFILE', 'EADDRINUSE', 'ERR_INVALID_ARG_TYPE', 'ERR_INVALID_URL'],
  ...['UND_ERR_INVALID_ARG', 'UND_ERR_NOT_SUPPORTED', 'ERR_UNSUPPORTED_PROTOCOL'],
  ...['', 'econnrefused', 'toString', '__proto__'],
];

describe('The code of a network error', () => {
  it.each(FAILED)('%s tells of a dependency that failed', (code) => {
    expect(failureOfCode(code)).toBe('failed');
  });

  it.each(TIMED_OUT)('%s tells of a dependency that took too long', (code) => {
    expect(failureOfCode(code)).toBe('timed-out');
  });

  it.each(OWN_FAULTS)('%j tells of no dependency', (code) => {
    expect(failureOfCode(code)).toBeUndefined();
  });
});
