import { IsString } from 'class-validator';
import { IsNotBlank } from 'nestjs-errors';

export class RefreshDto {
  @IsNotBlank()
  @IsString()
  refreshToken!: string;
}
