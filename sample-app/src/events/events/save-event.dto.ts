import { Type } from 'class-transformer';
import {
  IsDate,
  IsInt,
  IsOptional,
  IsPositive,
  IsString,
  Max,
  MaxDate,
  MaxLength,
  MinDate,
} from 'class-validator';
import { IsNotBlank } from 'nestjs-errors';

export class SaveEventDto {
  @IsNotBlank()
  @MaxLength(499, { message: 'Name must be less than 500 characters' })
  name!: string;

  @Type(() => Date)
  @IsDate({ message: 'Start date must be a valid date' })
  @MinDate(() => new Date(), { message: 'Start date must be in the future' })
  @MaxDate(new Date('9999-12-31T23:59:59Z'), { message: 'Start date must be before year 10000' })
  startDateTime!: Date;

  @IsInt()
  @IsPositive()
  @Max(1_000_000)
  capacity!: number;

  @IsOptional()
  @IsString()
  venueId?: string;
}
