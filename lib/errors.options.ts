import type { CatalogEntries } from './catalog/catalog';
import type { ErrorOverride } from './catalog/error-definition';
import type { Concealment } from './contracts/concealment';
import type { FormatOption } from './formats/resolve-format';
import type { ErrorMapper } from './record/error-mapper';
import type { ErrorRecord } from './record/error-record';
import type { FailureLogLevel } from './report/report-failure';
import type { ErrorHook } from './report/reporter';
import type { ThrottlingOptions } from './throttling/throttling.options';
import type { TracingOptions } from './tracing/tracing.options';
import type { ValidationOptions } from './validation/validation.options';

/** How failures are logged. */
export interface LogOptions {
  /** @default 'error' from 500, 'debug' for 499, else 'warn' */
  readonly level?: (record: ErrorRecord) => FailureLogLevel;
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
}

/** The options of `ErrorsModule.forFeature()`. */
export interface ErrorsFeatureOptions extends ContractOptions {
  /** The part of the API, as clients see it: `/api/v1` covers it and all below it. */
  readonly path: string;
}
