import {
  Body,
  Controller,
  Get,
  Param,
  ParseArrayPipe,
  ParseEnumPipe,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max } from 'class-validator';
import { IsNotBlank, RequestHeaders } from 'nestjs-errors';

class Page {
  @IsOptional()
  @Max(100)
  @IsInt()
  @Type(() => Number)
  limit?: number;
}

class EventHeaders {
  @IsNotBlank()
  'tenant-code'!: string;

  @IsOptional()
  @Matches(/^\d\.\d$/)
  'api-version'?: string;
}

class Item {
  @IsNotBlank()
  name!: string;
}

/** Takes a value from every place of a request. */
@Controller()
export class PlacesController {
  @Get('events')
  list(@Query() page: Page) {
    return page;
  }

  @Get('events/:id/:status')
  find(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('status', new ParseEnumPipe({ Open: 'OPEN' })) status: string,
    @Query('size', new ParseIntPipe({ optional: true })) size?: number,
  ) {
    return { id, status, size };
  }

  @Get('tenant')
  tenant(@RequestHeaders() headers: EventHeaders) {
    return { tenant: headers['tenant-code'] };
  }

  @Post('items')
  items(@Body(new ParseArrayPipe({ items: Item })) items: Item[]) {
    return items;
  }
}
