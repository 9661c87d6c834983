import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  Optional,
} from '@nestjs/common';
import { Observable } from 'rxjs';
import { currentTraceState, ensureTrace, runInTrace } from './trace-context';
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
    if (!this.tracing.asyncContext || state === currentTraceState()) return next.handle();
    return new Observable((subscriber) =>
      runInTrace(state, () => next.handle().subscribe(subscriber)),
    );
  }

  #stateOf(context: ExecutionContext): TraceState {
    if (context.getType() !== 'http') return currentTraceState() ?? newTraceState();
    const http = context.switchToHttp();
    return ensureTrace(http.getRequest(), http.getResponse(), this.tracing).state;
  }
}
