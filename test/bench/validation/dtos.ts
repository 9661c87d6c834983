import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Shape } from './orders';

class SmallDto {
  @IsEmail()
  email!: string;

  @IsInt()
  @Min(1)
  quantity!: number;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  note?: string;
}

class MediumDto {
  @IsUUID()
  id!: string;

  @IsEmail()
  email!: string;

  @IsString()
  @Length(1, 80)
  name!: string;

  @IsInt()
  @Min(0)
  @Max(150)
  age!: number;

  @IsNumber()
  @Min(0)
  price!: number;

  @IsBoolean()
  active!: boolean;

  @IsIn(['OPEN', 'CLOSED'])
  status!: string;

  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  tags!: string[];

  @IsISO8601()
  createdAt!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  note?: string;
}

class ItemDto {
  @IsString()
  @Length(1, 40)
  sku!: string;

  @IsInt()
  @Min(1)
  quantity!: number;

  @IsNumber()
  @Min(0)
  price!: number;
}

class LargeDto {
  @IsString()
  @MaxLength(80)
  title!: string;

  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ItemDto)
  items!: ItemDto[];
}

export const dtos: Readonly<Record<Shape, new () => object>> = {
  '3 fields': SmallDto,
  '10 fields': MediumDto,
  '3 nested objects': LargeDto,
  '10 nested objects': LargeDto,
  '20 nested objects': LargeDto,
};
