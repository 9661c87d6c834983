import type { ServerResponse } from 'node:http';
import { type MiddlewareConsumer, Module } from '@nestjs/common';

/** Middleware that throws, fails, or answers by itself. */
@Module({})
export class MiddlewareModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply(() => {
        throw new Error('secret');
      })
      .forRoutes('middleware-throws');
    consumer
      .apply((_request: unknown, _response: unknown, next: (error: Error) => void) => {
        next(new Error('secret'));
      })
      .forRoutes('middleware-fails');
    consumer
      .apply((_request: unknown, response: ServerResponse) => {
        response.end('{"middleware":true}');
      })
      .forRoutes('middleware-answers');
  }
}
