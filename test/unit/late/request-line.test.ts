import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureOf, type ParserError } from '../../../lib/connection/parser-failure';
import { requestLineOf } from '../../../lib/connection/request-line';

const errorOf = (text: string, members: object = {}): ParserError =>
  Object.assign(new Error('Parse Error'), { rawPacket: Buffer.from(text, 'latin1'), ...members });

const UNKNOWN = { method: 'UNKNOWN', url: '/' };

describe('The request line of what could not be read', () => {
  it.each([
    ['GET /cats?a=b HTTP/1.1\r\nHost x', { method: 'GET', url: '/cats?a=b' }],
    ['M-SEARCH * HTTP/1.0\nHost x', { method: 'M-SEARCH', url: '*' }],
    ['GET /cats HTTP/1.1', UNKNOWN],
    ['GET /cats HTTP/2\r\n', UNKNOWN],
    ['get /cats HTTP/1.1\r\n', UNKNOWN],
    ['ost: x\r\nGET /cats HTTP/1.1\r\n', UNKNOWN],
    ['', UNKNOWN],
  ])('is read from %j', (text, expected) => {
    expect(requestLineOf(errorOf(text))).toEqual(expected);
  });

  it('is not that of an earlier request', () => {
    const text = 'GET /a HTTP/1.1\r\nHost: x\r\n\r\nGARBAGE\r\n\r\n';
    expect(requestLineOf(errorOf(text, { bytesParsed: 29 }))).toEqual(UNKNOWN);
    expect(requestLineOf(errorOf(text))).toEqual(UNKNOWN);
    expect(requestLineOf(errorOf(text, { bytesParsed: 20 }))).toEqual({ method: 'GET', url: '/a' });
  });

  it('is unknown where nothing was kept', () => {
    expect(requestLineOf(new Error('Request timeout'))).toEqual(UNKNOWN);
  });

  it('is safe to have, whatever was sent', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const prefix = Buffer.from('GET /');
        const packet = Buffer.concat([prefix, bytes, Buffer.from(' HTTP/1.1\r\n')]);
        const { method, url } = requestLineOf(Object.assign(new Error(), { rawPacket: packet }));
        expect(['GET', 'UNKNOWN']).toContain(method);
        expect(url).toMatch(/^\S+$/);
      }),
      { seed: 20_240_115 },
    );
  });
});

describe('What could not be read', () => {
  it.each([
    ['HPE_HEADER_OVERFLOW', false, 'HEADERS_TOO_LARGE', 431],
    ['HPE_CHUNK_EXTENSIONS_OVERFLOW', true, 'PAYLOAD_TOO_LARGE', 413],
    ['ERR_HTTP_REQUEST_TIMEOUT', false, 'REQUEST_TIMEOUT', 408],
    ['ERR_HTTP_REQUEST_TIMEOUT', true, 'REQUEST_TIMEOUT', 408],
    ['HPE_INVALID_METHOD', false, 'BAD_REQUEST', 400],
    ['HPE_INVALID_CHUNK_SIZE', true, 'REQUEST_MALFORMED', 400],
    ['toString', false, 'BAD_REQUEST', 400],
    [undefined, false, 'BAD_REQUEST', 400],
  ])('%s (in a body: %s) is %s', (code, isWithinBody, expected, status) => {
    const error = Object.assign(new Error('Parse Error'), code === undefined ? {} : { code });
    const failure = failureOf(error, isWithinBody);
    expect(failure.code).toBe(expected);
    expect(failure.getStatus()).toBe(status);
    expect(failure.cause).toBe(error);
  });
});
