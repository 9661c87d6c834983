import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { traceOf } from './request-trace';
import { asyncContext } from './trace-context';
import { traceIdOf } from './trace-state';

/**
 * Gives a handler the trace id of its request. Undefined where `tracing` is off.
 * @example
 * \@Get()
 * find(@TraceId() traceId: string) {}
 */
export const TraceId = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  readTraceId(context),
);

function readTraceId(context: ExecutionContext): string | undefined {
  const isHttp = context.getType() === 'http';
  const request: unknown = isHttp ? context.switchToHttp().getRequest() : undefined;
  const trace = traceOf(request);
  if (trace !== undefined) return trace.traceId;
  const state = asyncContext.peek();
  return state && traceIdOf(state);
}
