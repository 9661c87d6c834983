import { ArrayMaxSize, ArrayNotEmpty, IsArray } from 'class-validator';

export class BulkSaveDto {
  /** Each is checked by itself: a bad one must not cost the others. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  events!: unknown[];
}
