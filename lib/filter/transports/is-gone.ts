import type { IncomingMessage, ServerResponse } from 'node:http';

/** Nobody is left to answer: what would be written arrives nowhere. */
export function isGone(request: Partial<IncomingMessage>, response: ServerResponse): boolean {
  // A pipelined response has no socket of its own before its turn.
  return response.destroyed || request.socket?.destroyed === true;
}
