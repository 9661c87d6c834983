import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { ExecutionContext } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { RateLimitGuard } from '../../../lib/throttling/rate-limit.guard';
import { resolveThrottling } from '../../../lib/throttling/resolve-throttling';
import type { ThrottlingOptions } from '../../../lib/throttling/throttling.options';

export interface Call {
  readonly context: ExecutionContext;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** A request that Nest has routed to a handler, on its way through the guards. */
export function call(controller: Function, method: string): Call {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const { [method]: handler } = controller.prototype as Record<string, Function>;
  const context = new ExecutionContextHost([request, response], controller as never, handler);
  return { context, request, response };
}

/** The guard as the module makes it. */
export function guard(options: ThrottlingOptions): RateLimitGuard {
  return new RateLimitGuard(resolveThrottling(options, { trustedProxies: undefined }));
}
