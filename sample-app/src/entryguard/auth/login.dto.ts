import { IsEmail, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { IsNotBlank } from 'nestjs-errors';

const DAY_SECONDS = 86_400;

export class LoginDto {
  @IsNotBlank()
  @IsEmail()
  email!: string;

  @IsNotBlank()
  @IsString()
  password!: string;

  /** Zero or less gives a token that has expired already, to try out what follows. */
  @IsOptional()
  @IsInt()
  @Min(-DAY_SECONDS)
  @Max(DAY_SECONDS)
  expiresInSeconds?: number;
}
