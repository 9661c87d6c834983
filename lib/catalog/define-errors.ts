import { ApiException, type ApiExceptionOptions, isApiException } from './api-exception';
import type { DetailsOf } from './details';
import type { ErrorDefinition } from './error-definition';

type FactoryArguments<Definition> = Definition extends { readonly details: infer Source }
  ? Record<never, never> extends DetailsOf<Source>
    ? [details?: DetailsOf<Source>, options?: ApiExceptionOptions]
    : [details: DetailsOf<Source>, options?: ApiExceptionOptions]
  : [details?: undefined, options?: ApiExceptionOptions];

type DetailsOfDefinition<Definition> = Definition extends { readonly details: infer Source }
  ? Record<never, never> extends DetailsOf<Source>
    ? DetailsOf<Source> | undefined
    : DetailsOf<Source>
  : undefined;

/** Makes the exception of one code; wrong or missing details do not compile. */
export interface ErrorFactory<
  Code extends string = string,
  Definition extends ErrorDefinition = ErrorDefinition,
> {
  (...args: FactoryArguments<Definition>): ApiException<Code, DetailsOfDefinition<Definition>>;
  readonly code: Code;
  readonly definition: Definition;
  /** Whether a caught value is this error. */
  is(error: unknown): error is ApiException<Code, DetailsOfDefinition<Definition>>;
}

/** Factories by code, as `defineErrors` returns them. */
export type ErrorCatalog<
  Definitions extends Record<string, ErrorDefinition> = Record<string, ErrorDefinition>,
> = {
  readonly [Code in keyof Definitions & string]: ErrorFactory<Code, Definitions[Code]>;
};

const CODE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

/**
 * Declares errors once and returns a typed factory for each code.
 * @throws TypeError if a code is not UPPER_SNAKE_CASE or a status is not an error status
 * @example
 * export const EventErrors = defineErrors({
 *   BUSINESS_EVENT_FULL: { status: 422, message: 'Event has reached maximum capacity' },
 * });
 * throw EventErrors.BUSINESS_EVENT_FULL();
 */
export function defineErrors<const Definitions extends Record<string, ErrorDefinition>>(
  definitions: Definitions,
): ErrorCatalog<Definitions> {
  const factories: Record<string, ErrorFactory> = Object.create(null) as Record<
    string,
    ErrorFactory
  >;
  for (const [code, definition] of Object.entries(definitions)) {
    checkDefinition(code, definition);
    factories[code] = createFactory(code, definition);
  }
  return Object.freeze(factories) as unknown as ErrorCatalog<Definitions>;
}

function createFactory(code: string, definition: ErrorDefinition): ErrorFactory {
  const create = (details?: object, options?: ApiExceptionOptions) =>
    new ApiException(code, definition, { ...options, details });
  const is = (error: unknown) => isApiException(error) && error.code === code;
  return Object.freeze(Object.assign(create, { code, definition, is })) as unknown as ErrorFactory;
}

function checkDefinition(code: string, { status }: ErrorDefinition): void {
  if (!CODE.test(code)) {
    throw new TypeError(`Error code "${code}" must be UPPER_SNAKE_CASE, as in RESOURCE_NOT_FOUND.`);
  }
  if (!Number.isInteger(status) || (status !== 207 && (status < 400 || status > 599))) {
    throw new TypeError(
      `The status of ${code} must be from 400 to 599, but it is ${String(status)}.`,
    );
  }
}
