import type { ServerResponse } from 'node:http';
import { answerLate } from '../late/answer-late';
import type { Answer } from './http-transport';
import { http2StreamOf } from './http2-stream';
import { isGone } from './is-gone';
import { type HeaderTarget, writeHeaders } from './write-answer';

/** Answers on Node's own response: Express's, and what Fastify's middleware is given. */
export function sendOnNodeResponse(response: ServerResponse, answer: Answer): void {
  if (response.writableEnded || isGone(response)) return;
  if (response.headersSent) {
    answerLate(response, answer);
    return;
  }
  writeHeaders(new NodeHeaders(response), answer);
  // Where a length was removed, Node does not add one, and could not keep the connection.
  if (answer.body) response.setHeader('content-length', Buffer.byteLength(answer.body.text));
  response.statusCode = answer.status;
  if (!http2StreamOf(response)) response.statusMessage = '';
  response.end(answer.body?.text);
}

class NodeHeaders implements HeaderTarget {
  constructor(private readonly response: ServerResponse) {}

  names(): readonly string[] {
    return this.response.getHeaderNames();
  }

  get(name: string): unknown {
    return this.response.getHeader(name);
  }

  set(name: string, value: string): void {
    this.response.setHeader(name, value);
  }

  remove(name: string): void {
    this.response.removeHeader(name);
  }

  get isHttp2(): boolean {
    return http2StreamOf(this.response) !== undefined;
  }
}
