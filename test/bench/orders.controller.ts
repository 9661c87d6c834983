import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { CreateOrderDto } from './create-order.dto';

/** The routes that every variant serves. */
@Controller('orders')
export class OrdersController {
  @Get('missing')
  missing(): never {
    throw new NotFoundException('Order not found');
  }

  @Get(':id')
  find(@Param('id') id: string) {
    return { id, status: 'OPEN', quantity: 2 };
  }

  @Post()
  create(@Body() order: CreateOrderDto) {
    return { id: 'o-1', email: order.email };
  }
}
