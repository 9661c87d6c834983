import { describe, expect, it } from 'vitest';
import { FieldValidationPipe } from '../../../lib/validation/field-validation.pipe';
import {
  resolveValidationOptions,
  type ValidationOptions,
} from '../../../lib/validation/validation.options';

const asOptions = (options: object) => options as ValidationOptions;

describe('the options of the validation pipe', () => {
  it('have defaults', () => {
    expect(resolveValidationOptions({})).toEqual({
      options: {},
      nestOptions: {},
      maxErrors: 100,
      maxDepth: 32,
      maxErrorMessagesLength: 1_000_000,
      isDetailed: true,
      isCompiled: true,
      exceptionOptions: {},
      exceptionFactory: undefined,
    });
  });

  it('leave out for Nest what it would count, and what is undefined', () => {
    const { nestOptions } = resolveValidationOptions(
      asOptions({ whitelist: true, transform: undefined, maxErrors: 5, errorHttpStatusCode: 422 }),
    );

    expect(nestOptions).toEqual({ whitelist: true });
  });

  it.each([
    [{ whitelst: true }, 'validation has no option "whitelst". Did you mean "whitelist"?'],
    [{ whitelist: 'yes' }, "validation.whitelist must be true or false, but it is 'yes'."],
    [{ groups: 'create' }, "validation.groups must be a list of group names, but it is 'create'."],
    [
      { maxErrors: 0 },
      'validation.maxErrors must be a whole number from 1 to 100000, but it is 0.',
    ],
    [
      { maxDepth: 9_999 },
      'validation.maxDepth must be a whole number from 1 to 500, but it is 9999.',
    ],
    [
      { maxErrorMessagesLength: Number.NaN },
      'validation.maxErrorMessagesLength must be 0, a positive number or Infinity, but it is NaN.',
    ],
    [
      { errorHttpStatusCode: 200 },
      'validation.errorHttpStatusCode must be an error status from 400 to 599, but it is 200.',
    ],
    [{ expectedType: {} }, 'validation.expectedType must be a class, but it is {}.'],
    [
      { exceptionFactory: 'x' },
      "validation.exceptionFactory must be a function of the validation errors, but it is 'x'.",
    ],
    [{ transformOptions: [] }, 'validation.transformOptions must be an object, but it is [].'],
  ])('are refused when the pipe is made: %o', (options, message) => {
    expect(() => new FieldValidationPipe(asOptions(options))).toThrow(new TypeError(message));
  });

  it('have no errorFormat, and say what to use', () => {
    expect(() => new FieldValidationPipe(asOptions({ errorFormat: 'grouped' }))).toThrow(
      'validation has no option "errorFormat": remove it, the option "format" of ErrorsModule.forRoot() shapes the body.',
    );
  });
});
