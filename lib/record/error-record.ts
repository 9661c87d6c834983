import type { ErrorOrigin } from '../catalog/error-definition';
import type { RetryAdvice } from '../catalog/retry-advice';
import type { ProblemType } from './problem-type';
import type { Wording } from '../validation/messages/wording';
import type { FieldError } from './field-error';

/** What an `ErrorRecord` is made of. */
export interface ErrorRecordInit {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details?: object | undefined;
  readonly fields?: readonly FieldError[] | undefined;
  /** @internal */
  readonly wording?: Wording | undefined;
  /** @internal */
  readonly problem?: ProblemType | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly retry: RetryAdvice;
  readonly origin: ErrorOrigin;
  readonly cause?: unknown;
}

/** One failure, on its way from the thrown value to the answer. Nothing else travels. */
export class ErrorRecord {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details: object | undefined;
  readonly fields: readonly FieldError[] | undefined;
  /** @internal How the pipe that refused the fields was told to word them. */
  readonly wording: Wording | undefined;
  /** @internal */
  readonly problem: ProblemType | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly retry: RetryAdvice;
  readonly origin: ErrorOrigin;
  readonly #cause: unknown;

  constructor(init: ErrorRecordInit) {
    this.status = init.status;
    this.code = init.code;
    this.message = init.message;
    this.details = init.details;
    this.fields = init.fields;
    this.wording = init.wording;
    this.problem = init.problem;
    this.headers = init.headers;
    this.retry = init.retry;
    this.origin = init.origin;
    this.#cause = init.cause;
  }

  /** What was thrown, for logs and hooks. It is private so that no copy or JSON of a record holds it. */
  get cause(): unknown {
    return this.#cause;
  }

  /** A copy with some members changed. */
  with(changes: Partial<ErrorRecordInit>): ErrorRecord {
    return new ErrorRecord({ ...this, cause: this.#cause, ...changes });
  }
}
