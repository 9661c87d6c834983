import { Logger } from '@nestjs/common';
import { keptTrace, rawOf } from './request-trace';
import { asyncContext, isContextKept, startTrace } from './trace-context';
import type { ResolvedTracing } from './tracing.options';

/** A hook as Nest's adapters call it: `done` continues the request, once. */
type RequestHook = (
  this: unknown,
  request: object,
  response: object,
  done: (error?: Error) => void,
) => unknown;

/** Nest's slot for the earliest code of a request: it holds one hook. */
export interface HookSlot {
  /** Private in Nest's types, and the only way to learn what was set before. */
  onRequestHook?: RequestHook | undefined;
  setOnRequestHook: (hook: RequestHook) => void;
}

/** For the sender: Fastify hands its middleware, and so their failures, only raw objects. */
const REPLY = Symbol.for('nestjs-errors.reply');

interface FastifyRequest {
  [REPLY]?: object;
}

const TAKEN =
  "Another library has set Nest's request hook, which holds one function, after ErrorsModule. Both run, the trace first; set hooks before the application is created to silence this warning.";

/**
 * Begins the trace in Nest's request hook, unless it has begun, and holds the hook: one that
 * somebody else sets, before or after, runs inside of ours.
 * @returns takes the hook back from whoever has assigned another one
 */
export function holdRequestHook(slot: HookSlot, tracing: ResolvedTracing): () => void {
  let next = slot.onRequestHook;

  const hook: RequestHook = function (request, response, done) {
    let trace = keptTrace(request);
    if (trace === undefined) {
      const raw = rawOf(request);
      trace = keptTrace(raw) ?? startTrace(raw, response, tracing);
      if (raw !== request) (raw as FastifyRequest)[REPLY] = response;
    }
    // Here again: a later hook has read this one from the slot and calls it as its predecessor.
    if (trace.passedHook === hook) return done();
    trace.passedHook = hook;
    const proceed = next === undefined ? done : next.bind(this, request, response, done);
    if (asyncContext.peek() === trace.state || !isContextKept(tracing.asyncContext)) {
      return proceed();
    }
    return asyncContext.run(trace.state, proceed);
  };

  const take = (later: RequestHook | undefined): void => {
    next = later;
    if (later !== undefined) new Logger('ErrorsModule').warn(TAKEN);
  };

  slot.setOnRequestHook(hook);
  slot.setOnRequestHook = take;
  // An accessor would see it at any time, but V8 then keeps the adapter as a hash table, which all
  // of Nest's own hooks pay for.
  const isField = slot.onRequestHook === hook;
  return () => {
    if (!isField || slot.onRequestHook === hook) return;
    take(slot.onRequestHook);
    slot.onRequestHook = hook;
  };
}
