import { IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';

/** Another class, as a generator of the application's size would write it. */
export function declareDto(fields: number): new () => object {
  class GeneratedDto {
    readonly kind = 'generated';
  }
  for (let index = 0; index < fields; index++) {
    const decorators =
      index % 2 === 0 ? [IsString(), MaxLength(80)] : [IsOptional(), IsInt(), Min(1)];
    for (const decorate of decorators) decorate(GeneratedDto.prototype, `field${index}`);
  }
  return GeneratedDto;
}

/** Fills class-validator's storage as the other DTOs of a large application do. */
export function registerDtos(count: number): void {
  for (let index = 0; index < count; index++) declareDto(5);
}
