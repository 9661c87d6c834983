import type { StandardErrorCode } from 'nestjs-errors';

/** One row of the table: a failure that a real package raises, and what clients are told. */
export interface FailureRow {
  readonly failure: string;
  /** Runs the operation that fails, inside of a request. */
  readonly raise: () => unknown;
  readonly code: StandardErrorCode;
  readonly details?: Readonly<Record<string, readonly string[]>>;
  /** What the client sent, as JSON. */
  readonly sent?: unknown;
  /** @default 'POST' */
  readonly method?: string;
  readonly retryAfter?: '1' | '5';
}

/** A package and its failures. */
export interface FailureSource {
  readonly source: string;
  readonly open: () => unknown;
  readonly close?: () => unknown;
  readonly rows: readonly FailureRow[];
}
