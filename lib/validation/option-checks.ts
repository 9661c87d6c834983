import type { ValidationOptions } from './validation.options';

interface OptionCheck {
  /** Completes "must be …". */
  readonly expected: string;
  readonly isValid: (value: unknown) => boolean;
}

const flag: OptionCheck = {
  expected: 'true or false',
  isValid: (value) => typeof value === 'boolean',
};

const anObject: OptionCheck = {
  expected: 'an object',
  isValid: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

const aFunction = (expected: string): OptionCheck => ({
  expected,
  isValid: (value) => typeof value === 'function',
});

const objectOrFunction = (kind: string): OptionCheck => ({
  expected: `a ${kind} or a function`,
  isValid: (value) => typeof value === 'function' || anObject.isValid(value),
});

const wholeNumber = (least: number, most: number): OptionCheck => ({
  expected: `a whole number from ${least} to ${most}`,
  isValid: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
});

/** Every option there is; one that lacks its check does not compile. */
export const OPTION_CHECKS: { readonly [Name in keyof Required<ValidationOptions>]: OptionCheck } =
  {
    maxErrors: wholeNumber(1, 100_000),
    // Transformer and validator recurse: some two thousand levels exhaust the stack.
    maxDepth: wholeNumber(1, 500),
    maxErrorMessagesLength: {
      expected: '0, a positive number or Infinity',
      isValid: (value) => typeof value === 'number' && value >= 0,
    },

    messages: objectOrFunction('catalogue of texts'),
    labels: objectOrFunction('map of labels by field'),
    locales: anObject,
    defaultLocale: {
      expected: 'a language tag such as "en"',
      isValid: (value) => typeof value === 'string',
    },
    localeOf: aFunction('a function of the request'),
    pathStyle: {
      expected: "'brackets', 'dots' or 'pointer'",
      isValid: (value) => ['brackets', 'dots', 'pointer'].includes(value as string),
    },
    fieldCodes: flag,
    exposeValues: flag,

    compile: flag,
    transform: flag,
    whitelist: flag,
    forbidNonWhitelisted: flag,
    forbidUnknownValues: flag,
    stopAtFirstError: flag,
    skipMissingProperties: flag,
    skipNullProperties: flag,
    skipUndefinedProperties: flag,
    always: flag,
    strictGroups: flag,
    dismissDefaultMessages: flag,
    disableErrorMessages: flag,
    enableDebugMessages: flag,
    validateCustomDecorators: flag,

    groups: {
      expected: 'a list of group names',
      isValid: (value) => Array.isArray(value) && value.every((group) => typeof group === 'string'),
    },
    transformOptions: anObject,
    validationError: anObject,
    validatorPackage: anObject,
    transformerPackage: anObject,
    exceptionFactory: aFunction('a function of the validation errors'),
    expectedType: aFunction('a class'),
    errorHttpStatusCode: {
      expected: 'an error status from 400 to 599',
      isValid: (value) => Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599,
    },
  };
