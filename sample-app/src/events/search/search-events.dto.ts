import { MaxLength } from 'class-validator';
import { IsNotBlank } from 'nestjs-errors';

export class SearchEventsDto {
  @IsNotBlank()
  @MaxLength(200)
  text!: string;
}
