import type { ServerResponse } from 'node:http';
import { Catch, HttpException, Module } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { OrdersController } from '../orders.controller';

interface Request {
  readonly method: string;
  readonly url: string;
}

/** Of Fastify. */
interface Reply {
  header(name: string, value: string): this;
  code(status: number): this;
  send(text: string): void;
}

const headers = [
  ['Cache-Control', 'no-store'],
  ['Vary', 'Accept'],
  ['Content-Type', 'application/json; charset=utf-8'],
] as const;

/** Sends the headers and the body that ErrorsModule sends, of the one exception it is asked about. */
@Catch()
class FilterByHand implements ExceptionFilter {
  catch(exception: unknown, host: ArgumentsHost): void {
    const { method, url } = host.getArgByIndex<Request>(0);
    const response = host.getArgByIndex<ServerResponse | Reply>(1);
    const status = exception instanceof HttpException ? exception.getStatus() : 500;
    const error = {
      code: 'RESOURCE_NOT_FOUND',
      message: exception instanceof Error ? exception.message : '',
      timestamp: new Date().toISOString(),
      path: url,
      method,
    };
    const text = JSON.stringify({ error });
    if ('setHeader' in response) {
      for (const [name, value] of headers) response.setHeader(name, value);
      response.setHeader('Content-Length', Buffer.byteLength(text));
      response.statusCode = status;
      response.end(text);
    } else {
      for (const [name, value] of headers) response.header(name, value);
      response.code(status).send(text);
    }
  }
}

/** What the answer alone costs that the contract asks for. */
@Module({
  controllers: [OrdersController],
  providers: [{ provide: APP_FILTER, useClass: FilterByHand }],
})
export class FilterByHandModule {}
