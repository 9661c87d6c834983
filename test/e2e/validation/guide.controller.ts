import { Body, Controller, Post } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  IsDate,
  IsEmail,
  IsOptional,
  IsPositive,
  MaxLength,
  MinDate,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IsNotBlank } from 'nestjs-errors';

class Session {
  @IsPositive()
  capacity!: unknown;
}

class SaveEvent {
  @IsNotBlank()
  @MaxLength(500, { message: 'Name must be less than 500 characters' })
  name!: string;

  @IsDate()
  @MinDate(() => new Date(), { message: 'Start date must be in the future' })
  @Type(() => Date)
  startDateTime!: Date;

  @IsPositive()
  capacity!: number;

  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => Session)
  sessions?: Session[];
}

class Register {
  @IsNotBlank()
  organizationName!: string;

  @IsNotBlank()
  @IsEmail()
  email!: string;

  @IsNotBlank()
  @MinLength(8)
  @MaxLength(128)
  password!: string;
}

/** The two requests whose failures the guides show. */
@Controller()
export class GuideController {
  @Post('event/save')
  save(@Body() event: SaveEvent) {
    return { name: event.name, isDto: event instanceof SaveEvent };
  }

  @Post('auth/register')
  register(@Body() body: Register) {
    return body;
  }
}
