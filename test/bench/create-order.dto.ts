import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';

class Address {
  @IsString()
  @IsNotEmpty()
  street!: string;

  @IsString()
  @Length(2, 80)
  city!: string;
}

/** A body of the usual size: scalars, an array and a nested object. */
export class CreateOrderDto {
  @IsEmail()
  email!: string;

  @IsInt()
  @Min(1)
  quantity!: number;

  @IsOptional()
  @IsString()
  note?: string;

  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  tags!: string[];

  @ValidateNested()
  @Type(() => Address)
  address!: Address;
}
