import { IsInt, Max, Min } from 'class-validator';

export class CreateSessionDto {
  @IsInt()
  @Min(1)
  @Max(24)
  durationHours!: number;
}
