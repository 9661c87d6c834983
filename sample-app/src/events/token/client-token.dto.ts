import { IsIn, IsOptional, IsString } from 'class-validator';
import { IsNotBlank } from 'nestjs-errors';

export class ClientTokenDto {
  @IsNotBlank()
  @IsString()
  clientId!: string;

  @IsNotBlank()
  @IsString()
  clientSecret!: string;

  @IsOptional()
  @IsIn(['events:read', 'events:write'])
  scope?: string;
}
