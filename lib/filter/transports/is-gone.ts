import type { ServerResponse } from 'node:http';
import { http2StreamOf } from './http2-stream';

/** Nobody is left to answer: what would be written arrives nowhere. */
export function isGone(response: ServerResponse): boolean {
  const stream = http2StreamOf(response);
  if (stream) return stream.destroyed || stream.closed;
  // A pipelined response has no socket of its own before its turn: its request has.
  return response.destroyed || response.req?.socket?.destroyed;
}
