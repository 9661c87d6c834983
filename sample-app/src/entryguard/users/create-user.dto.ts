import { IsEmail, MaxLength } from 'class-validator';
import { IsNotBlank } from 'nestjs-errors';

export class CreateUserDto {
  @IsNotBlank()
  @IsEmail()
  email!: string;

  @IsNotBlank()
  @MaxLength(200)
  name!: string;
}
