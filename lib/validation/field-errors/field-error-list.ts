import type { FieldError, FieldLocation } from '../../record/field-error';

/** Bounds on what an answer lists. */
export interface FieldErrorLimits {
  readonly maxErrors: number;
  /** Characters of all messages and paths together. */
  readonly maxErrorMessagesLength: number;
}

/** Collects field errors up to the limits; one entry at the end tells that there were more. */
export class FieldErrorList {
  readonly #fields: FieldError[] = [];
  readonly #limits: FieldErrorLimits;
  #remainingLength: number;
  #isFull = false;

  constructor(limits: FieldErrorLimits) {
    this.#limits = limits;
    this.#remainingLength = limits.maxErrorMessagesLength;
  }

  /** Nothing that is added now would be kept: the caller can stop. */
  get isFull(): boolean {
    return this.#isFull;
  }

  add(field: FieldError): void {
    this.#isFull ||= this.#fields.length >= this.#limits.maxErrors || this.#remainingLength <= 0;
    if (this.#isFull) return;
    this.#remainingLength -= field.message.length + lengthOf(field.path);
    this.#fields.push(field);
  }

  /** `location` is that of the request part which was validated. */
  toFields(location: FieldLocation): readonly FieldError[] {
    if (!this.#isFull) return this.#fields;
    const { maxErrors } = this.#limits;
    return [
      ...this.#fields,
      {
        path: [],
        location,
        rule: 'maxErrors',
        code: 'VALIDATION_TOO_MANY_ERRORS',
        params: { max: maxErrors },
        message: `has more errors than the ${this.#fields.length} listed`,
      },
    ];
  }
}

function lengthOf(path: FieldError['path']): number {
  let length = 0;
  for (const segment of path) length += String(segment).length + 1;
  return length;
}
