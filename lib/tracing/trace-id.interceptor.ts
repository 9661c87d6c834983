import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  Optional,
} from '@nestjs/common';
import { Observable } from 'rxjs';
import { activeSpanState } from './active-span';
import { asyncContext, ensureTrace, isContextKept } from './trace-context';
import { newTraceState, type TraceState } from './trace-state';
import { type ResolvedTracing, resolveTracing, TRACING } from './tracing.options';

/**
 * Gives a handler its trace where no request hook did: on HTTP adapters without one, and for
 * messages of microservices and web sockets. `ErrorsModule` registers it where it is needed.
 * @example
 * \@UseInterceptors(TraceIdInterceptor)
 * \@WebSocketGateway()
 * export class ChatGateway {}
 */
@Injectable()
export class TraceIdInterceptor implements NestInterceptor {
  constructor(
    @Optional() @Inject(TRACING) private readonly tracing: ResolvedTracing = resolveTracing(),
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const state = this.#stateOf(context);
    if (state === asyncContext.peek() || !isContextKept(this.tracing.asyncContext)) {
      return next.handle();
    }
    return new Observable((subscriber) =>
      asyncContext.run(state, () => next.handle().subscribe(subscriber)),
    );
  }

  #stateOf(context: ExecutionContext): TraceState {
    if (context.getType() !== 'http') {
      return asyncContext.peek() ?? activeSpanState() ?? newTraceState();
    }
    const http = context.switchToHttp();
    return ensureTrace(http.getRequest(), http.getResponse(), this.tracing).state;
  }
}
