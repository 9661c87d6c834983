import { MaxLength } from 'class-validator';
import { IsNotBlank } from 'nestjs-errors';

export class AssignBoothDto {
  @IsNotBlank()
  @MaxLength(200)
  companyName!: string;
}
