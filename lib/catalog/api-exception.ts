import { HttpException } from '@nestjs/common';
import type { FieldError } from '../record/field-error';
import type { ProblemType } from '../record/problem-type';
import type { Wording } from '../validation/messages/wording';
import { type ErrorDefinition, messageFor } from './error-definition';

const BRAND = Symbol.for('nestjs-errors.ApiException');

/** What can be said about one throw of an error, beside its details. */
export interface ApiExceptionOptions {
  /** Replaces the definition's text; it is shown to the client. */
  readonly message?: string;
  /** The error behind this one: for the log only. */
  readonly cause?: unknown;
  /** Headers of the answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Replaces the definition's status. */
  readonly status?: number;
  /** Sent as `Retry-After`, rounded up to whole seconds. */
  readonly retryAfterSeconds?: number;
  /** @internal */
  readonly wording?: Wording;
  /** @internal */
  readonly problem?: ProblemType;
}

/** What an exception is made of; `fields` belong to validation failures. */
export interface ApiExceptionInit extends ApiExceptionOptions {
  readonly details?: object | undefined;
  readonly fields?: readonly FieldError[];
}

/**
 * A failure of the catalogue, thrown. It is an `HttpException`, so that Nest, Sentry and
 * `@UseFilters` treat it as one; factories of `defineErrors` make it.
 */
export class ApiException<Code extends string = string, Details = unknown> extends HttpException {
  declare readonly code: Code;
  declare readonly details: Details;
  declare readonly fields: readonly FieldError[] | undefined;
  /** @internal The author's text, where one was given: the catalogue's differs by format. */
  declare readonly authoredMessage: string | undefined;
  /** @internal */
  declare readonly definition: ErrorDefinition;
  /** @internal */
  declare readonly authoredStatus: number | undefined;
  /** @internal How the pipe that threw was told to word its fields. */
  declare readonly wording: Wording | undefined;
  /** @internal */
  declare readonly problem: ProblemType | undefined;
  declare readonly headers: Readonly<Record<string, string>> | undefined;
  declare readonly retryAfterSeconds: number | undefined;

  constructor(code: Code, definition: ErrorDefinition, init: ApiExceptionInit = {}) {
    const status = init.status ?? definition.status;
    const message = init.message ?? messageFor(definition.message, 'default');
    super({ statusCode: status, code, message, details: init.details }, status, {
      cause: init.cause,
    });
    // Assigned, not declared as fields: V8 defines those of an error far more slowly.
    this.code = code;
    this.details = init.details as Details;
    this.fields = init.fields;
    this.authoredMessage = init.message;
    this.definition = definition;
    this.authoredStatus = init.status;
    this.wording = init.wording;
    this.problem = init.problem;
    this.headers = init.headers;
    this.retryAfterSeconds = init.retryAfterSeconds;
    this.name = 'ApiException';
  }

  get [BRAND](): true {
    return true;
  }
}

/** Recognises an `ApiException`, also one of another copy of this package. */
export function isApiException(value: unknown): value is ApiException {
  return (
    typeof value === 'object' && value !== null && (value as { [BRAND]?: unknown })[BRAND] === true
  );
}
