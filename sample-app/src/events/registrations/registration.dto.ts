import { IsNumber, IsOptional, MaxLength, Min } from 'class-validator';
import { IsNotBlank } from 'nestjs-errors';

export class RegistrationDto {
  @IsNotBlank()
  @MaxLength(100)
  memberId!: string;

  /** What the member pays. */
  @IsOptional()
  @IsNumber()
  @Min(0)
  amount?: number;
}
