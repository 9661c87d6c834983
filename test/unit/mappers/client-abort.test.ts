import { describe, expect, it } from 'vitest';
import { clientAbortMapper } from '../../../lib/async-errors/client-abort.mapper';
import { mapperContext } from './mapper-context';

const gone = mapperContext({ request: { headers: {}, socket: { destroyed: true } } });

/** What Node, undici, axios, Fastify and multer make of a connection that broke off. */
const explained: readonly Error[] = [
  ...['AbortError', 'CanceledError'].map((name) => Object.assign(new Error('x'), { name })),
  ...[
    'ECONNRESET',
    'EPIPE',
    'ABORT_ERR',
    'ERR_CANCELED',
    'ERR_ABORTED',
    'UND_ERR_ABORT',
    'UND_ERR_ABORTED',
    'ERR_STREAM_PREMATURE_CLOSE',
    'ERR_STREAM_DESTROYED',
    'ERR_STREAM_UNABLE_TO_PIPE',
    'FST_MP_PREMATURE_CLOSE',
    'STREAM_DESTROYED',
  ].map((code) => Object.assign(new Error('x'), { code })),
  ...[
    'request aborted',
    'Request aborted',
    'Request closed',
    'Unexpected end of form',
    'Unexpected end of file',
    'Multipart: Unexpected end of multipart data',
    'Part terminated early due to unexpected end of multipart data',
  ].map((message) => new Error(message)),
];

describe('a client that left explains', () => {
  it.each(explained)('%o', (error) => {
    expect(clientAbortMapper(error, gone)).toMatchObject({
      code: 'CLIENT_CLOSED_REQUEST',
      status: 499,
      cause: error,
    });
    expect(clientAbortMapper(error, mapperContext())).toBeUndefined();
  });

  it('no failure of another kind, and nothing that is no error', () => {
    expect(clientAbortMapper(new Error('out of memory'), gone)).toBeUndefined();
    expect(clientAbortMapper({ code: 'ECONNRESET' }, gone)).toBeUndefined();
  });
});
