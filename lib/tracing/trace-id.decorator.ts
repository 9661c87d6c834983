import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { traceOf } from './request-trace';
import { currentTraceId } from './trace-context';

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
  return traceOf(request)?.traceId ?? currentTraceId();
}
