import type { ServerResponse } from 'node:http';

/** The status that stands for an answer which was broken off. */
const BROKEN_OFF = 499;

/** Express hands on the response of Node itself, Fastify its reply around it. */
export type ThrottledResponse = ServerResponse | { readonly raw: ServerResponse };

/**
 * Calls back once when a response has ended, in whatever way: sent whole, broken off by the client,
 * or never begun.
 */
export function onResponseEnd(
  response: ThrottledResponse,
  callback: (status: number) => void,
): void {
  const raw = 'raw' in response ? response.raw : response;
  const end = () => {
    raw.off('finish', end);
    raw.off('close', end);
    callback(raw.writableFinished ? raw.statusCode : BROKEN_OFF);
  };
  if (raw.closed || raw.destroyed) {
    end();
    return;
  }
  raw.once('finish', end);
  raw.once('close', end);
}
