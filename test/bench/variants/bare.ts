import { Module } from '@nestjs/common';
import { OrdersController } from '../orders.controller';

/** Nest alone: nothing is validated, limited or traced. */
@Module({ controllers: [OrdersController] })
export class BareModule {}
