import { IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { failureOf, type ParserError } from './parser-failure';
import { requestLineOf } from './request-line';

/** Answers a failure on Node's own objects. */
export type AnswerConnection = (
  thrown: unknown,
  request: IncomingMessage,
  response: ServerResponse,
) => void;

/** Where Node keeps the answer whose turn it is on a connection. */
type HttpSocket = Socket & { readonly _httpMessage?: ServerResponse | null };

/** Answers what Node's HTTP parser refuses, unless the application has a listener of its own. */
export function answerParserErrors(server: Server, answer: AnswerConnection): void {
  const failed = new WeakSet<Socket>();
  server.on('clientError', (error: ParserError, socket: HttpSocket) => {
    if (server.listenerCount('clientError') > 1 || failed.has(socket)) return;
    // Whatever else arrives would be refused again.
    failed.add(socket);
    onTurn(socket, error, answer);
  });
}

/** Earlier requests of the connection are answered first: theirs must not be taken for ours. */
function onTurn(socket: HttpSocket, error: ParserError, answer: AnswerConnection): void {
  const { _httpMessage: current } = socket;
  if (!socket.writable || error.code === 'ECONNRESET') socket.destroy(error);
  else if (!current) answerOn(socket, newResponse(socket, error), failureOf(error, false), answer);
  else if (current.req.complete) current.once('close', () => onTurn(socket, error, answer));
  else answerOn(socket, current, failureOf(error, true), answer);
}

function answerOn(
  socket: Socket,
  response: ServerResponse,
  failure: Error,
  answer: AnswerConnection,
): void {
  response.shouldKeepAlive = false;
  response.once('close', () => endConnection(socket));
  answer(failure, response.req, response);
}

/** After what was written. Node's server takes any duplex stream for a connection. */
function endConnection(socket: Partial<Pick<Socket, 'destroySoon'>> & Duplex): void {
  if (socket.destroySoon) socket.destroySoon();
  else socket.end(() => socket.destroy());
}

/** For a request that never came to be. */
function newResponse(socket: Socket, error: ParserError): ServerResponse {
  const request = new IncomingMessage(socket);
  Object.assign(request, requestLineOf(error), { httpVersionMajor: 1, httpVersionMinor: 1 });
  const response = new ServerResponse(request);
  response.assignSocket(socket);
  // As Node's server does for the responses that it makes.
  response.once('finish', () => {
    response.detachSocket(socket);
    response.emit('close');
  });
  return response;
}
