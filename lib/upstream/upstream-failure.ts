import type { MapperContext } from '../record/error-mapper';
import type { ErrorRecord } from '../record/error-record';
import { retryAfterSeconds } from './retry-after';

/** How a dependency failed, whatever told of it. */
export type UpstreamFailure = 'failed' | 'timed-out' | 'unavailable';

const CODES = {
  failed: 'UPSTREAM_FAILED',
  'timed-out': 'UPSTREAM_TIMEOUT',
  unavailable: 'SERVICE_UNAVAILABLE',
} as const;

export function upstreamFailure(
  failure: UpstreamFailure,
  cause: unknown,
  context: MapperContext,
): ErrorRecord {
  return context.record(CODES[failure], { origin: 'dependency', cause });
}

/**
 * A dependency answered with a status that its caller took for a failure. Of the answer nothing
 * passes on as this API's own but the time to wait, and that only where it asked for a pause.
 */
export function upstreamAnswer(
  { status, headers }: { readonly status: number; readonly headers: unknown },
  cause: unknown,
  context: MapperContext,
): ErrorRecord {
  if (status === 408 || status === 504) return upstreamFailure('timed-out', cause, context);
  if (status !== 429 && status !== 503) return upstreamFailure('failed', cause, context);
  const seconds = retryAfterSeconds(headers);
  if (seconds === undefined) return upstreamFailure('unavailable', cause, context);
  return context.record('SERVICE_UNAVAILABLE', {
    origin: 'dependency',
    headers: { 'Retry-After': String(seconds) },
    retry: { strategy: 'retry-after', maxAttempts: 5 },
    cause,
  });
}
