const LONG = 'x'.repeat(20_000);
export const CHUNKED =
  'POST /cats HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
const INCOMPLETE =
  'POST /cats HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"a":';

export const LINE_UNKNOWN = { method: 'UNKNOWN', path: '/' };
const GET_CATS = { method: 'GET', path: '/cats' };
const POST_CATS = { method: 'POST', path: '/cats' };
export const INVALID = { status: 400, code: 'BAD_REQUEST', message: 'The request is invalid' };
const TOO_LARGE = {
  status: 431,
  code: 'HEADERS_TOO_LARGE',
  message: 'The request headers are too large',
};
const MALFORMED = {
  status: 400,
  code: 'REQUEST_MALFORMED',
  message: 'The request body could not be parsed',
};
const BODY_TOO_LARGE = {
  status: 413,
  code: 'PAYLOAD_TOO_LARGE',
  message: 'The request body is too large',
};
const TIMED_OUT = {
  status: 408,
  code: 'REQUEST_TIMEOUT',
  message: 'The request took too long to arrive',
};
const UNEXPECTED = {
  status: 417,
  code: 'REQUEST_FAILED',
  message: 'The expectation of the request cannot be met',
};

/** What is sent, what it means, and how much of the request line is known by then. */
export const REFUSED = [
  ['garbage', 'GARBAGE\r\n\r\n', INVALID, LINE_UNKNOWN],
  ['a broken header', 'GET /cats?a=b HTTP/1.1\r\nHost x\r\n\r\n', INVALID, GET_CATS],
  ['headers beyond all measure', `GET /cats HTTP/1.1\r\nX: ${LONG}\r\n\r\n`, TOO_LARGE, GET_CATS],
  ['an address beyond all measure', `GET /${LONG} HTTP/1.1\r\n\r\n`, TOO_LARGE, LINE_UNKNOWN],
  ['no Host (RFC 9112, section 3.2)', 'GET /cats?a=b HTTP/1.1\r\n\r\n', INVALID, GET_CATS],
  ['a broken chunk', `${CHUNKED}ZZ\r\n`, MALFORMED, POST_CATS],
  ['endless extensions', `${CHUNKED}5;${LONG}\r\nhello\r\n`, BODY_TOO_LARGE, POST_CATS],
  ['headers that never end', 'GET /cats HTTP/1.1\r\n', TIMED_OUT, LINE_UNKNOWN],
  ['a body that never ends', INCOMPLETE, TIMED_OUT, POST_CATS],
  [
    'an expectation that nobody knows',
    'GET /cats HTTP/1.1\r\nHost: x\r\nExpect: miracle\r\nConnection: close\r\n\r\n',
    UNEXPECTED,
    GET_CATS,
  ],
] as const;
