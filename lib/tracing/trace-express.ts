import { type IncomingMessage, ServerResponse } from 'node:http';
import { beginTrace } from './begin-trace';
import { keepTrace, keptTrace } from './request-trace';
import type { Trace } from './trace';
import { asyncContext, isContextKept } from './trace-context';
import type { ResolvedTracing } from './tracing.options';

/** What of an Express application stands before all of its layers. */
interface ExpressApplication {
  /** What all of its responses inherit. */
  readonly response: ServerResponse;
  handle(request: IncomingMessage, response: ServerResponse, last?: unknown): unknown;
}

export function isExpress(application: unknown): application is ExpressApplication {
  const { response, handle } = Object(application) as Partial<ExpressApplication>;
  return response instanceof ServerResponse && typeof handle === 'function';
}

/**
 * Begins traces before Nest's request hook: Express's `handle` changes the prototype of each
 * request, and up to Node 22 a property that is added after that costs 4 µs, not 20 ns.
 */
export function traceExpress(application: ExpressApplication, tracing: ResolvedTracing): void {
  const isGuarded = tracing.header.guardAll(application.response);
  const handle = application.handle.bind(application);

  function begin(request: IncomingMessage, response: ServerResponse): Trace {
    const trace = beginTrace(request, tracing);
    keepTrace(request, trace);
    if (isGuarded) tracing.header.set(response, trace.traceId);
    else tracing.header.put(response, trace.traceId);
    return trace;
  }

  application.handle = (request, response, last) => {
    const { state } = keptTrace(request) ?? begin(request, response);
    return isContextKept(tracing.asyncContext)
      ? asyncContext.run(state, handle, request, response, last)
      : handle(request, response, last);
  };
}
