import { NotFoundException } from '@nestjs/common';
import { StandardErrors } from 'nestjs-errors';
import { EMPTY, firstValueFrom, NEVER, timeout } from 'rxjs';
import { refusingUrl, urlOf, useDependency } from './dependency';
import { CANARY, describeRows, type FailureRow } from './failure-row';

const AT_ONCE_MS = 1;
const row = (source: string, failure: string, raise: () => unknown, code: FailureRow['code']) => {
  return { source, failure, raise, code };
};

function abortedFetch(reason?: unknown): Promise<Response> {
  const controller = new AbortController();
  const answer = fetch(urlOf('/hangs'), { signal: controller.signal });
  controller.abort(reason);
  return answer;
}

const anyOf = (...failures: readonly (() => unknown)[]) =>
  Promise.any(failures.map(async (failure) => failure()));

const throwing = (error: unknown) => () => {
  throw error;
};

const refused = () => fetch(refusingUrl());
const tooLate = () => fetch(urlOf('/hangs'), { signal: AbortSignal.timeout(AT_ONCE_MS) });
const bug = throwing(new TypeError(CANARY));
const nested = () => anyOf(refused, () => anyOf(refused, refused));

function deeplyNested(depth: number): Promise<unknown> {
  return depth === 0 ? refused() : anyOf(() => deeplyNested(depth - 1));
}

const rows: readonly FailureRow[] = [
  row('AbortSignal', 'timeout()', tooLate, 'UPSTREAM_TIMEOUT'),
  row('AbortController', 'abort()', () => abortedFetch(), 'UPSTREAM_TIMEOUT'),
  row('AbortController', 'abort(reason)', () => abortedFetch(new Error(CANARY)), 'INTERNAL_ERROR'),
  row('RxJS', 'timeout()', () => firstValueFrom(NEVER.pipe(timeout(1))), 'UPSTREAM_TIMEOUT'),
  row('RxJS', 'EmptyError', () => firstValueFrom(EMPTY), 'INTERNAL_ERROR'),
  row('Promise.any', 'one refused', () => anyOf(refused), 'UPSTREAM_FAILED'),
  row('Promise.any', 'all refused', () => anyOf(refused, refused), 'UPSTREAM_FAILED'),
  row('Promise.any', 'refused and too late', () => anyOf(refused, tooLate), 'UPSTREAM_FAILED'),
  row('Promise.any', 'all too late', () => anyOf(tooLate, tooLate), 'UPSTREAM_TIMEOUT'),
  row('Promise.any', 'refused and a bug', () => anyOf(refused, bug), 'INTERNAL_ERROR'),
  row('Promise.any', 'a bug and refused', () => anyOf(bug, refused), 'INTERNAL_ERROR'),
  row('Promise.any', 'one in another', nested, 'UPSTREAM_FAILED'),
  row('Promise.any', 'too many in another', () => deeplyNested(10), 'INTERNAL_ERROR'),
  row(
    'Promise.any',
    'not found by anyone',
    () => anyOf(throwing(new NotFoundException()), throwing(StandardErrors.RESOURCE_NOT_FOUND())),
    'RESOURCE_NOT_FOUND',
  ),
  row(
    'Promise.any',
    'not found and forbidden',
    () =>
      anyOf(
        throwing(StandardErrors.RESOURCE_NOT_FOUND()),
        throwing(StandardErrors.AUTH_TOKEN_INVALID()),
      ),
    'INTERNAL_ERROR',
  ),
  row(
    'AggregateError',
    'more errors than anyone reads',
    throwing(
      new AggregateError(
        Array.from({ length: 21 }, () => new NotFoundException()),
        CANARY,
      ),
    ),
    'INTERNAL_ERROR',
  ),
  row('AggregateError', 'no errors', throwing(new AggregateError([], CANARY)), 'INTERNAL_ERROR'),
];

describeRows('A promise, a signal or a stream that fails', rows, useDependency);
