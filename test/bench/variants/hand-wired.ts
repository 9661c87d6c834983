import { Catch, HttpException, Logger, Module, ValidationPipe } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, HttpAdapterHost } from '@nestjs/core';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { ClsModule, ClsService } from 'nestjs-cls';
import { limits } from '../limits';
import { OrdersController } from '../orders.controller';

@Catch()
class AllExceptionsFilter implements ExceptionFilter {
  readonly #logger = new Logger(AllExceptionsFilter.name);

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly cls: ClsService,
  ) {}

  catch(exception: unknown, context: ArgumentsHost): void {
    const http = context.switchToHttp();
    const status = exception instanceof HttpException ? exception.getStatus() : 500;
    const traceId = this.cls.getId();
    const path: unknown = this.host.httpAdapter.getRequestUrl(http.getRequest());
    const message = exception instanceof HttpException ? exception.message : 'Internal error';
    this.#logger.warn(`${status} ${String(path)} ${message} ${traceId}`);
    const details =
      exception instanceof HttpException && status === 400 ? exception.getResponse() : undefined;
    const error = { message, details, timestamp: new Date().toISOString(), traceId, path };
    this.host.httpAdapter.reply(http.getResponse(), { error }, status);
  }
}

/** The packages that a team wires by hand today to get what ErrorsModule gives. */
@Module({
  imports: [
    ThrottlerModule.forRoot([{ ttl: limits.windowMs, limit: limits.limit }]),
    ClsModule.forRoot({ global: true, middleware: { mount: true, generateId: true } }),
  ],
  controllers: [OrdersController],
  providers: [
    { provide: APP_GUARD, useClass: ThrottlerGuard },
    { provide: APP_PIPE, useValue: new ValidationPipe({ whitelist: true, transform: true }) },
    { provide: APP_FILTER, useClass: AllExceptionsFilter },
  ],
})
export class HandWiredModule {}
