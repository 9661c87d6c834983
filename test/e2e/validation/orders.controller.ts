import {
  Body,
  Controller,
  Get,
  NotFoundException,
  Param,
  ParseIntPipe,
  Post,
} from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsEmail, IsString, Min, MinLength, ValidateNested } from 'class-validator';
import { IsNotBlank, Label } from 'nestjs-errors';

class Item {
  @Min(0)
  price!: number;
}

class Order {
  @Label('Customer name')
  @IsNotBlank()
  name!: string;

  @IsEmail({}, { message: 'Give $& an {address}' })
  email!: string;

  @MinLength(8)
  password!: string;

  @ValidateNested({ each: true })
  @Type(() => Item)
  items!: Item[];

  @IsString({ each: true })
  tags!: string[];
}

@Controller('orders')
export class OrdersController {
  @Post()
  save(@Body() order: Order) {
    return order;
  }

  @Get('gone')
  gone() {
    throw new NotFoundException('The order was eaten');
  }

  @Get(':id')
  read(@Param('id', ParseIntPipe) id: number) {
    return { id };
  }
}

/** Breaks one rule of each property. */
export const BAD_ORDER = {
  name: ' ',
  email: 'x',
  password: 'secret',
  items: [{ price: 1 }, { price: -1 }],
  tags: ['a', 1],
};
