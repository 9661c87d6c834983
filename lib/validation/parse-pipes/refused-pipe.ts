import type { FieldError } from '../../record/field-error';

/** What a pipe's exception stands for. */
export interface RefusedPipe {
  readonly fields: readonly FieldError[];
  /** Undefined where the decorator was given a class, which has no options. */
  readonly pipe: object | undefined;
}
