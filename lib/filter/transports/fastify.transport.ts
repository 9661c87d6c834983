import type { ServerResponse } from 'node:http';
import type { HttpServer } from '@nestjs/common';
import type { HandlerRoute } from '../../record/error-mapper';
import type { RouteRegistry } from '../../routes/route-registry';
import { breakOff } from '../late/break-off';
import { FastifyPaths } from './fastify-paths';
import type { Answer, HttpTransport } from './http-transport';
import { http2StreamOf } from './http2-stream';
import { isGone } from './is-gone';
import { sendOnNodeResponse } from './node-response';
import { type HeaderTarget, writeHeaders } from './write-answer';

/** The tracing hook leaves the reply here, for middleware that fails with raw objects in hand. */
const REPLY = Symbol.for('nestjs-errors.reply');
const ROUTE = Symbol.for('nestjs-errors.route');

interface FastifyReply {
  readonly request: RoutedRequest;
  readonly raw: ServerResponse;
  readonly sent: boolean;
  code(status: number): this;
  getHeader(name: string): unknown;
  getHeaders(): object;
  header(name: string, value: string): this;
  removeHeader(name: string): this;
  send(payload?: string): this;
}

interface FastifyInstance {
  addHook(name: 'onRoute', hook: (route: FastifyRoute) => void): void;
}

interface FastifyRoute {
  readonly method: string | readonly string[];
  readonly url: string;
  config?: object;
}

interface RoutedRequest {
  readonly routeOptions?: { readonly config?: { readonly [ROUTE]?: HandlerRoute } };
  /** On raw requests, where the tracing hook has left it. */
  readonly [REPLY]?: FastifyReply;
}

/** Fastify 5. */
export class FastifyTransport implements HttpTransport {
  readonly #paths = new FastifyPaths();

  constructor(adapter: HttpServer, routes: RouteRegistry) {
    const fastify = adapter.getInstance() as FastifyInstance;
    fastify.addHook('onRoute', (route) => {
      this.#paths.add(route.method, route.url);
      // Fastify binds the handler to itself; a route's config is all that comes back unchanged.
      if (routes.registering) route.config = { ...route.config, [ROUTE]: routes.registering };
    });
  }

  routeOf(request: object): HandlerRoute | undefined {
    const routed: RoutedRequest = (request as RoutedRequest)[REPLY]?.request ?? request;
    return routed.routeOptions?.config?.[ROUTE];
  }

  allowedMethods(path: string): readonly string[] {
    return this.#paths.allowedMethods(path);
  }

  send(request: object, response: object, answer: Answer): void {
    const reply = isReply(response) ? response : (request as RoutedRequest)[REPLY];
    if (reply === undefined) sendOnNodeResponse(response as ServerResponse, answer);
    else sendOnReply(reply, answer);
  }

  abandon(response: object): void {
    breakOff(isReply(response) ? response.raw : (response as ServerResponse));
  }
}

function isReply(response: object): response is FastifyReply {
  return 'raw' in response;
}

function sendOnReply(reply: FastifyReply, answer: Answer): void {
  const { raw } = reply;
  // A reply that was hijacked has no other way; one that streams has begun.
  if (reply.sent || raw.headersSent || isGone(raw)) {
    sendOnNodeResponse(raw, answer);
    return;
  }
  writeHeaders(new ReplyHeaders(reply), answer);
  reply.code(answer.status);
  reply.send(answer.body?.text);
}

class ReplyHeaders implements HeaderTarget {
  constructor(private readonly reply: FastifyReply) {}

  names(): readonly string[] {
    return Object.keys(this.reply.getHeaders());
  }

  get(name: string): unknown {
    return this.reply.getHeader(name);
  }

  set(name: string, value: string): void {
    this.reply.header(name, value);
  }

  remove(name: string): void {
    this.reply.removeHeader(name);
    this.reply.raw.removeHeader(name);
  }

  get isHttp2(): boolean {
    return http2StreamOf(this.reply.raw) !== undefined;
  }
}
