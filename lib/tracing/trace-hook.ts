import { keptTrace, rawOf } from './request-trace';
import { runInTrace, startTrace } from './trace-context';
import type { ResolvedTracing } from './tracing.options';

/** A hook as Express's and Fastify's adapters call it: `done` continues the request, once. */
export type RequestHook = (
  this: unknown,
  request: object,
  response: object,
  done: (error?: Error) => void,
) => unknown;

/** For the sender: Fastify hands its middleware, and so their failures, only raw objects. */
const REPLY = Symbol.for('nestjs-errors.reply');

interface FastifyRequest {
  [REPLY]?: object;
}

/** A hook that begins the trace, then calls the next hook, if there is one, inside of it. */
export function createTraceHook(tracing: ResolvedTracing, first: RequestHook | undefined) {
  let next = first;

  const hook: RequestHook = function (request, response, done) {
    const raw = rawOf(request);
    // Here again: a later hook has read this one from the slot and calls it as its predecessor.
    if (keptTrace(raw) !== undefined) return done();
    const { state } = startTrace(raw, response, tracing);
    if (raw !== request) (raw as FastifyRequest)[REPLY] = response;
    const proceed = next === undefined ? done : next.bind(this, request, response, done);
    return tracing.asyncContext ? runInTrace(state, proceed) : proceed();
  };

  const setNext = (later: RequestHook | undefined): void => {
    next = later;
  };
  return { hook, setNext };
}
