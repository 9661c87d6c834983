import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import { BaseExceptionFilter, HttpAdapterHost } from '@nestjs/core';
import { ERROR_FLOW } from '../tokens';
import type { ErrorFlow } from './error-flow';
import { answerElsewhere } from './other-contexts';
import type { HttpRequest } from './transports/http-transport';

/** Catches everything. `ErrorsModule` registers it; it is also injectable for `@UseFilters()`. */
@Catch()
export class ErrorsFilter implements ExceptionFilter {
  constructor(
    @Inject(ERROR_FLOW) private readonly flow: ErrorFlow,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): unknown {
    if (host.getType() !== 'http') return answerElsewhere(thrown, host);
    if (this.flow.leaves(thrown)) {
      new BaseExceptionFilter(this.adapterHost.httpAdapter).catch(thrown, host);
    } else {
      this.flow.handle(thrown, host.getArgByIndex<HttpRequest>(0), host.getArgByIndex<object>(1));
    }
    return undefined;
  }
}
