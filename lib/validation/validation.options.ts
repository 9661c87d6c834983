import { inspect } from 'node:util';
import type { ValidationError, ValidationPipeOptions } from '@nestjs/common';
import type { ApiExceptionOptions } from '../catalog/api-exception';
import { checkOptions } from '../check-options';
import { Wording } from './messages/wording';
import { WORDING_OPTIONS, type WordingOptions } from './messages/wording.options';
import { OPTION_CHECKS } from './option-checks';

/**
 * Options of the validation pipe: those of Nest's ValidationPipe with its meaning and defaults
 * (but `errorFormat`: the body is the error format's affair), two limits, and how errors are told.
 */
export interface ValidationOptions
  extends Omit<ValidationPipeOptions, 'errorFormat'>, WordingOptions {
  /**
   * Field errors listed in one answer; one more entry, VALIDATION_TOO_MANY_ERRORS, stands for
   * the rest. @default 100
   */
  readonly maxErrors?: number;
  /**
   * Levels of objects and arrays that a validated argument may have, from 1 to 500; one nested
   * deeper is refused before anything else reads it: VALIDATION_TOO_DEEP. @default 32
   */
  readonly maxDepth?: number;
  /**
   * Validates by plans and generated code that are made once for each class, with
   * class-validator's exact results; false leaves everything to the libraries. @default true
   */
  readonly compile?: boolean;
  /** Status of the answer. @default the format's: 422, or 400 in `flat` */
  readonly errorHttpStatusCode?: NonNullable<ValidationPipeOptions['errorHttpStatusCode']>;
  /** Leaves the field errors out of the answer. @default false */
  readonly disableErrorMessages?: boolean;
  /** Characters of all messages and paths in one answer. @default 1_000_000 */
  readonly maxErrorMessagesLength?: number;
  /** Makes what is thrown in place of a ValidationException. */
  readonly exceptionFactory?: (errors: ValidationError[]) => unknown;
}

/** The options with every default of ours filled in. */
export interface ResolvedValidationOptions {
  /** As they were given, for a pipe of one's own. */
  readonly options: ValidationOptions;
  /** What Nest's pipe is told: its own options alone, as it counts them. */
  readonly nestOptions: ValidationPipeOptions;
  readonly maxErrors: number;
  readonly maxDepth: number;
  readonly maxErrorMessagesLength: number;
  readonly isDetailed: boolean;
  readonly isCompiled: boolean;
  /** Of every ValidationException. */
  readonly exceptionOptions: ApiExceptionOptions;
  readonly exceptionFactory: ((errors: ValidationError[]) => unknown) | undefined;
  /** Undefined where nothing was said about texts. */
  readonly wording: Wording | undefined;
}

/** @throws TypeError that names the wrong option and its fix */
export function resolveValidationOptions(options: ValidationOptions): ResolvedValidationOptions {
  if (Object.hasOwn(options, 'errorFormat')) {
    throw new TypeError(
      'validation has no option "errorFormat": remove it, the option "format" of ErrorsModule.forRoot() shapes the body.',
    );
  }
  checkOptions('validation', options, Object.keys(OPTION_CHECKS));
  for (const [name, { isValid, expected }] of Object.entries(OPTION_CHECKS)) {
    const value: unknown = options[name as keyof ValidationOptions];
    if (value !== undefined && !isValid(value)) {
      throw new TypeError(
        `validation.${name} must be ${expected}, but it is ${inspect(value, { depth: 0 })}.`,
      );
    }
  }
  const { maxErrors, maxDepth, maxErrorMessagesLength, compile, ...rest } = options;
  const { errorHttpStatusCode, disableErrorMessages, exceptionFactory, ...others } = rest;
  const [nestOptions, wordingOptions] = partition(others);
  const wording = Object.keys(wordingOptions).length > 0 ? new Wording(wordingOptions) : undefined;
  const status = errorHttpStatusCode;
  return {
    options,
    nestOptions,
    maxErrors: maxErrors ?? 100,
    maxDepth: maxDepth ?? 32,
    maxErrorMessagesLength: maxErrorMessagesLength ?? 1_000_000,
    isCompiled: compile !== false,
    isDetailed: disableErrorMessages !== true,
    exceptionOptions: { ...(status !== undefined && { status }), ...(wording && { wording }) },
    exceptionFactory,
    wording,
  };
}

const ABOUT_TEXTS = new Set<string>(WORDING_OPTIONS);

/** What is undefined was not given. */
function partition(options: object): [ValidationPipeOptions, WordingOptions] {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return [
    Object.fromEntries(given.filter(([name]) => !ABOUT_TEXTS.has(name))),
    Object.fromEntries(given.filter(([name]) => ABOUT_TEXTS.has(name))),
  ];
}
