import { AbstractHttpAdapter, type HttpAdapterHost } from '@nestjs/core';
import { isExpress, traceExpress } from './trace-express';
import { asyncContext } from './trace-context';
import { type HookSlot, holdRequestHook } from './trace-hook';
import type { ResolvedTracing } from './tracing.options';

const INSTALLED = Symbol.for('nestjs-errors.tracing-installed');

/** What is used of an adapter. */
interface TracedAdapter extends HookSlot {
  getInstance(): unknown;
  [INSTALLED]?: true;
}

/** What an adapter inherits that calls no hook. */
const { setOnRequestHook: ignoreHook } = AbstractHttpAdapter.prototype as TracedAdapter;

/**
 * Makes the trace the first thing that happens to a request: before parsers, CORS, middleware.
 * @returns to be called when all others have had their turn: makes it first again
 */
export function installTracing(host: HttpAdapterHost, tracing: ResolvedTracing): () => void {
  if (tracing.asyncContext === true) asyncContext.ask();
  let keepHook: (() => void) | undefined;
  // In a testing module the adapter comes later; where it is there, init$ fires at once.
  host.init$.subscribe(() => {
    if (canTraceAtEntrance(host)) keepHook = install(host.httpAdapter, tracing);
  });
  return () => keepHook?.();
}

/** True on an adapter that lets us begin there: no interceptor has to do the work. */
export function canTraceAtEntrance({ httpAdapter }: HttpAdapterHost): boolean {
  const adapter: Partial<TracedAdapter> | null | undefined = httpAdapter;
  if (adapter?.getInstance === undefined) return false;
  return hasRequestHook(adapter) || isExpress(adapter.getInstance());
}

function hasRequestHook({ setOnRequestHook }: Partial<TracedAdapter>): boolean {
  return setOnRequestHook !== undefined && setOnRequestHook !== ignoreHook;
}

function install(adapter: TracedAdapter, tracing: ResolvedTracing): (() => void) | undefined {
  if (adapter[INSTALLED]) return undefined;
  adapter[INSTALLED] = true;
  const application = adapter.getInstance();
  if (isExpress(application)) traceExpress(application, tracing);
  return hasRequestHook(adapter) ? holdRequestHook(adapter, tracing) : undefined;
}
