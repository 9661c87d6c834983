import type { ArgumentMetadata, ValidationError } from '@nestjs/common';

/** Runs the decorators of a class on an argument: the part that a faster executor replaces. */
export interface ClassRules {
  /** Whether an argument has a class to validate. */
  appliesTo(argument: ArgumentMetadata): boolean;
  /** Whether arguments of this origin are validated: custom decorators are by option only. */
  admits(argument: ArgumentMetadata): boolean;
  /** What becomes of an argument that is not validated: query `'1'` → 1, with `transform`. */
  convert(value: unknown, argument: ArgumentMetadata): unknown;
  /** Deletes `__proto__`, `prototype` and `constructor` wherever they are own keys. */
  stripPrototypeKeys(value: unknown): void;
  /** @throws BrokenRules, or what the application's own exception factory made */
  transform(value: unknown, argument: ArgumentMetadata): Promise<unknown>;
}

/** class-validator's tree of errors, on its way to field errors; it never leaves the pipe. */
export class BrokenRules {
  constructor(readonly errors: readonly ValidationError[]) {}
}
