import type { HttpServer } from '@nestjs/common';
import type { ErrorFlow } from '../error-flow';
import { fastifyInternal } from './fastify-internals';

/**
 * Answers requests that Fastify's router refuses: a malformed path, a parameter that is too long,
 * a constraint that fails. An application's own `frameworkErrors` decides first; what it hands
 * back to Fastify by `reply.send(error)` is answered here, as Nest's handler does by itself.
 */
export function answerFrameworkErrors(
  adapter: HttpServer,
  flow: ErrorFlow,
  identify: (request: object, response: object) => unknown,
): void {
  const options = fastifyInternal(adapter.getInstance(), 'fastify.options');
  if (options === undefined) return;
  const { frameworkErrors: given = (error, _request, reply) => reply.send(error) } = options;
  options.frameworkErrors = (error, request, reply) => {
    identify(request, reply);
    const send = reply.send.bind(reply);
    reply.send = (payload) => {
      if (payload !== error || flow.leaves(error)) return send(payload);
      reply.send = send;
      flow.handle(error, request, reply);
      return reply;
    };
    return given(error, request, reply);
  };
}
