import { Type } from 'class-transformer';
import {
  IsDate,
  IsInt,
  IsOptional,
  IsPositive,
  IsString,
  Max,
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
  startDateTime!: Date;

  @IsInt()
  @IsPositive()
  @Max(1_000_000)
  capacity!: number;

  @IsOptional()
  @IsString()
  venueId?: string;
}
