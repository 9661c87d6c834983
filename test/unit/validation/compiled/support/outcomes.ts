import 'reflect-metadata';
import { type ArgumentMetadata, ValidationPipe, type ValidationError } from '@nestjs/common';
import { expect } from 'vitest';
import { ValidationException } from '../../../../../lib/catalog/validation-exception';
import { FieldValidationPipe } from '../../../../../lib/validation/field-validation.pipe';
import type { ValidationOptions } from '../../../../../lib/validation/validation.options';

class Refused {
  constructor(readonly errors: unknown) {}
}

/** A value with its classes, and with its keys in their order. */
function described(value: unknown, seen = new Set<unknown>()): unknown {
  if (typeof value === 'number' && Object.is(value, -0)) return '-0';
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) return 'seen';
  const within = new Set([...seen, value]);
  const name = (Object.getPrototypeOf(value) as { constructor?: Function } | null)?.constructor
    ?.name;
  if (value instanceof Date) return [name, value.getTime()];
  if (value instanceof Set || value instanceof Map) {
    return [name, [...value].map((item) => described(item, within))];
  }
  return [name, Object.entries(value).map(([key, item]) => [key, described(item, within)])];
}

async function outcomeOf(transform: () => unknown): Promise<unknown> {
  try {
    return { accepted: described(await transform()) };
  } catch (thrown) {
    if (thrown instanceof ValidationException) return { fields: thrown.fields };
    if (thrown instanceof Refused) return { errors: described(thrown.errors) };
    return { thrown: String(thrown) };
  }
}

/** What a class, and values to try it with, are given to three pipes as. */
export interface Trial {
  readonly metatype: NonNullable<ArgumentMetadata['metatype']>;
  readonly options?: ValidationOptions;
  /** Made anew for each pipe: pipes may change what they are given. */
  readonly values: () => readonly unknown[];
}

/** Expects what Nest's pipe and the libraries give: instances, trees of errors, field errors. */
export async function expectLibraryOutcomes({ metatype, options = {}, values }: Trial) {
  const argument: ArgumentMetadata = { type: 'body', metatype };
  const exceptionFactory = (errors: ValidationError[]) => new Refused(errors);
  const withTree = { ...options, exceptionFactory };
  const run = async (pipe: { transform(value: unknown, argument: ArgumentMetadata): unknown }) => {
    const outcomes: unknown[] = [];
    for (const value of values()) {
      outcomes.push(await outcomeOf(() => pipe.transform(value, argument)));
    }
    return outcomes;
  };

  expect(await run(new FieldValidationPipe(withTree))).toEqual(
    await run(new ValidationPipe(withTree)),
  );
  expect(await run(new FieldValidationPipe(options))).toEqual(
    await run(new FieldValidationPipe({ ...options, compile: false })),
  );
}
