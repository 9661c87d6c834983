import { Module } from '@nestjs/common';
import { ErrorsModule } from 'nestjs-errors';
import { OrdersController } from '../orders.controller';

/** The error path alone, without a log: what Nest's own filter does, which logs no HttpException. */
@Module({
  imports: [
    ErrorsModule.forRoot({ validation: false, throttling: false, tracing: false, log: false }),
  ],
  controllers: [OrdersController],
})
export class ErrorsAloneModule {}
