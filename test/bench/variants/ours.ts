import { Module } from '@nestjs/common';
import { ErrorsModule } from 'nestjs-errors';
import { limits } from '../limits';
import { OrdersController } from '../orders.controller';

/** ErrorsModule with all four features. */
@Module({
  imports: [
    ErrorsModule.forRoot({
      // The status of the hand-wired set: all variants that validate answer alike.
      validation: { whitelist: true, transform: true, errorHttpStatusCode: 400 },
      throttling: {
        policies: [{ name: 'default', limit: limits.limit, windowMs: limits.windowMs }],
      },
      trustProxies: ['127.0.0.1'],
    }),
  ],
  controllers: [OrdersController],
})
export class OursModule {}
