import { STATUS_CODES } from 'node:http';
import { expect } from 'vitest';
import { flatBody, nestedBody } from '../../support/bodies';
import type { Answer } from '../../support/request';

interface FlatFailure {
  readonly status: number;
  readonly message: string;
  readonly path: string;
  readonly validationErrors?: Record<string, string>;
}

interface NestedFailure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Without `/api/1.0`. */
  readonly path: string;
  readonly method?: string;
  readonly details?: unknown;
}

/** The whole EntryGuard body, and the headers that every failure has. */
export function expectFlat(answer: Answer, failure: FlatFailure): void {
  const error = STATUS_CODES[failure.status] ?? '';
  expect(answer.body).toStrictEqual(flatBody({ ...failure, error }));
  expectFailure(answer, failure.status);
}

/** The whole Engagifii body, and the headers that every failure has. */
export function expectNested(answer: Answer, { status, path, ...error }: NestedFailure): void {
  expect(answer.body).toStrictEqual(nestedBody({ ...error, path: `/api/1.0${path}` }));
  expectFailure(answer, status);
  const { traceId } = (answer.body as { error: { traceId: string } }).error;
  expect(answer.headers.get('x-trace-id')).toBe(traceId);
}

function expectFailure({ status, headers }: Answer, expected: number): void {
  expect(status).toBe(expected);
  expect(headers.get('content-type')).toMatch(/^application\/json(; charset=utf-8)?$/);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/);
}
