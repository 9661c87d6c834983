import { ServerResponse } from 'node:http';
import { AbstractHttpAdapter, type HttpAdapterHost } from '@nestjs/core';
import { createTraceHook, type RequestHook } from './trace-hook';
import type { ResolvedTracing } from './tracing.options';

const INSTALLED = Symbol.for('nestjs-errors.trace-hook');

/** Nest's slot for the earliest code of a request: it holds one hook. */
interface HookSlot {
  /** Private in Nest's types, and the only way to learn what was set before. */
  readonly onRequestHook?: RequestHook;
  setOnRequestHook: (hook: RequestHook) => void;
  getInstance(): unknown;
  [INSTALLED]?: true;
}

/** What an adapter inherits that calls no hook. */
const { setOnRequestHook: ignoreHook } = AbstractHttpAdapter.prototype as HookSlot;

/**
 * Makes the trace the first thing that happens to a request: before parsers, CORS and middleware.
 * A hook that somebody else set, before or after, runs inside of it.
 */
export function installTraceHook(host: HttpAdapterHost, tracing: ResolvedTracing): void {
  // In a testing module the adapter comes later; where it is there, init$ fires at once.
  host.init$.subscribe(() => {
    if (isTraceHookInstalled(host)) install(host.httpAdapter, tracing);
  });
}

/** True on an adapter that runs the hook: no interceptor has to do its work. */
export function isTraceHookInstalled({ httpAdapter }: HttpAdapterHost): boolean {
  const slot: Partial<HookSlot> | null | undefined = httpAdapter;
  return slot?.setOnRequestHook !== undefined && slot.setOnRequestHook !== ignoreHook;
}

function install(slot: HookSlot, tracing: ResolvedTracing): void {
  if (slot[INSTALLED]) return;
  const { hook, setNext } = createTraceHook(tracing, slot.onRequestHook);
  slot.setOnRequestHook(hook);
  slot.setOnRequestHook = setNext;
  slot[INSTALLED] = true;
  const application = slot.getInstance();
  if (isExpress(application)) tracing.header.guardAll(application.response);
}

/** Express keeps what all its responses inherit, per application. */
function isExpress(application: unknown): application is { readonly response: ServerResponse } {
  return Reflect.get(Object(application), 'response') instanceof ServerResponse;
}
