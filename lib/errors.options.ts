import type { CatalogEntries } from './catalog/catalog';
import type { ErrorOverride } from './catalog/error-definition';
import type { Concealment } from './contracts/concealment';
import type { ConstraintRegistry } from './databases/constraint-registry';
import type { FailureLimits } from './filter/limit-record';
import type { FormatOption } from './formats/resolve-format';
import type { ErrorMapper } from './record/error-mapper';
import type { ErrorRecord } from './record/error-record';
import type { RedactOptions } from './redaction/redact.options';
import type { FailureLogLevel } from './report/failure-log';
import type { LogBurst } from './report/flood-gate';
import type { ErrorHook } from './report/reporter';
import type { ThrottlingOptions } from './throttling/throttling.options';
import type { TracingOptions } from './tracing/tracing.options';
import type { ValidationOptions } from './validation/validation.options';

/** How failures are logged. */
export interface LogOptions {
  /** @default 'error' from 500, 'debug' for 499, else 'warn' */
  readonly level?: (record: ErrorRecord) => FailureLogLevel;
  /** The share of failures to log, from 0 to 1. @default all */
  readonly sample?: (record: ErrorRecord) => number;
  /**
   * Lines of one code and handler in a window; the next line tells how many were held back.
   * @default none: every failure is logged
   */
  readonly burst?: LogBurst;
}

/** What one part of an API may have of its own. */
export interface ContractOptions {
  /**
   * The shape of error bodies.
   * @default 'nested'; in `forFeature`, the root's
   */
  readonly format?: FormatOption;
  /** Errors of the application, from `defineErrors`. */
  readonly catalog?: readonly CatalogEntries[];
  /** Changes to definitions, by code. */
  readonly overrides?: Readonly<Record<string, ErrorOverride>>;
  /** Failures to be shown as others; the true one is logged. */
  readonly conceal?: Concealment;
}

/** The options of `ErrorsModule.forRoot()`. An unknown one is an error at start. */
export interface ErrorsModuleOptions extends ContractOptions {
  /** Answers `Accept: application/problem+json` with RFC 9457. @default true */
  readonly negotiate?: boolean;
  /** Asked before the built-in mappers, in this order. */
  readonly mappers?: readonly ErrorMapper[];
  /** What constraints of the database mean to clients, by their names. */
  readonly constraints?: ConstraintRegistry;
  /**
   * Addresses and CIDR ranges of proxies whose word is taken for client addresses and trace ids.
   * @default none: the socket's address is the client, and any valid traceparent is continued
   */
  readonly trustProxies?: readonly string[];
  /** Options of the validation pipe, or false. @default {} */
  readonly validation?: ValidationOptions | false;
  /** Options of the throttler guard, or false. @default {} */
  readonly throttling?: ThrottlingOptions | false;
  /** Options of trace ids, or false. @default {} */
  readonly tracing?: TracingOptions | false;
  /** How failures are logged, or false. @default {} */
  readonly log?: LogOptions | false;
  /** Called with each failure after it was logged. */
  readonly onError?: ErrorHook;
  /** Failures that are answered, but neither logged nor told to anybody. */
  readonly ignore?: (record: ErrorRecord) => boolean;
  /** Thrown values that are left to Nest's own filter, as if this library were not there. */
  readonly rethrow?: (thrown: unknown) => boolean;
  /** What must stand in no log and in no details, beside the built-in lists; or false. */
  readonly redact?: RedactOptions | false;
  /** How much of a failure is shown: what exceeds it is left out. */
  readonly limits?: Partial<FailureLimits>;
  /**
   * Adds stack and causes to bodies, for developers. It has no effect where NODE_ENV is production.
   * @default 'never'
   */
  readonly expose?: 'development' | 'never';
}

/** The options of `ErrorsModule.forFeature()`. */
export interface ErrorsFeatureOptions extends ContractOptions {
  /** The part of the API, as clients see it: `/api/v1` covers it and all below it. */
  readonly path: string;
}
