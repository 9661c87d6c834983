import { IsEmail, Length } from 'class-validator';
import { IsNotBlank } from 'nestjs-errors';

export class RegisterDto {
  @IsNotBlank()
  organizationName!: string;

  @IsNotBlank()
  @IsEmail()
  email!: string;

  @Length(8, 128)
  password!: string;
}
