import { Module } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { OrdersController } from '../orders.controller';

const headers = [
  ['X-Trace-Id', '4bf92f3577b34da6a3ce929d0e0e4736'],
  ['X-RateLimit-Limit', '120'],
  ['X-RateLimit-Remaining', '119'],
  ['X-RateLimit-Reset', '1767225600'],
] as const;

interface Response {
  /** Express. */
  setHeader?(name: string, value: string): void;
  /** Fastify. */
  header(name: string, value: string): void;
}

/** Sets the headers that rate limits and trace IDs need, and does nothing else for them. */
class HeadersGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const response = context.switchToHttp().getResponse<Response>();
    for (const [name, value] of headers) {
      if (response.setHeader) response.setHeader(name, value);
      else response.header(name, value);
    }
    return true;
  }
}

/** What no library that sets these headers on Nest can go below. */
@Module({
  controllers: [OrdersController],
  providers: [{ provide: APP_GUARD, useClass: HeadersGuard }],
})
export class FloorModule {}
