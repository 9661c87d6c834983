import type { ServerResponse } from 'node:http';
import { answerLate } from '../late/answer-late';
import type { Answer } from './http-transport';
import { http2StreamOf } from './http2-stream';
import { isGone } from './is-gone';
import { writeHeaders } from './write-answer';

/** Answers on Node's own response: Express's, and what Fastify's middleware is given. */
export function sendOnNodeResponse(response: ServerResponse, answer: Answer): void {
  if (response.writableEnded || isGone(response)) return;
  if (response.headersSent) {
    answerLate(response, answer);
    return;
  }
  writeHeaders(
    {
      names: () => response.getHeaderNames(),
      get: (name) => response.getHeader(name),
      set: (name, value) => response.setHeader(name, value),
      remove: (name) => response.removeHeader(name),
    },
    answer,
  );
  // Where a length was removed, Node does not add one, and could not keep the connection.
  if (answer.body) response.setHeader('content-length', Buffer.byteLength(answer.body.text));
  response.statusCode = answer.status;
  if (!http2StreamOf(response)) response.statusMessage = '';
  response.end(answer.body?.text);
}
