import { IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsNotBlank } from 'nestjs-errors';

export class CreateResourceDto {
  @IsNotBlank()
  @MaxLength(200)
  name!: string;

  @IsNotBlank()
  @MaxLength(50)
  provider!: string;

  @IsOptional()
  @IsString()
  credentialId?: string;

  @IsOptional()
  @IsObject()
  config?: Record<string, unknown>;
}
