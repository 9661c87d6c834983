import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { StandardErrors } from '../catalog/standard-errors';
import type { AnswerConnection } from './answer-parser-errors';

/** Node reads the option of this name at every request, from the server itself. */
type HostRequiringServer = Server & { requireHostHeader?: boolean };

/**
 * RFC 9112, section 3.2: a request of HTTP/1.1 without Host is a 400. Node's own has no body, and
 * reaches no listener: ours takes its place, unless the application does without the header.
 */
export function requireHost(server: HostRequiringServer, answer: AnswerConnection): void {
  if (server.requireHostHeader !== true) return;
  server.requireHostHeader = false;
  const emit = server.emit.bind(server) as (event: string | symbol, ...args: unknown[]) => boolean;
  server.emit = (event: string | symbol, ...args: unknown[]): boolean => {
    if (event !== 'request' || !lacksHost(args[0] as IncomingMessage)) return emit(event, ...args);
    const [request, response] = args as [IncomingMessage, ServerResponse];
    response.shouldKeepAlive = false;
    answer(StandardErrors.BAD_REQUEST(), request, response);
    return true;
  };
}

function lacksHost({ headers, httpVersionMajor, httpVersionMinor }: IncomingMessage): boolean {
  return headers.host === undefined && httpVersionMajor === 1 && httpVersionMinor === 1;
}
