import { type NestedErrorBody, StandardErrors } from 'nestjs-errors';
import type { BulkFailure } from './bulk-failure.js';

/** The part of Express's and Fastify's requests that the body tells of. */
export interface BulkRequest {
  readonly url: string;
  readonly method: string;
}

/** Returned and not thrown: what was saved stays saved. */
export function partialSuccess(
  succeeded: number,
  failures: readonly BulkFailure[],
  { url, method }: BulkRequest,
  traceId: string,
): NestedErrorBody {
  const { code, definition } = StandardErrors.PARTIAL_SUCCESS;
  return {
    error: {
      code,
      message: definition.message,
      details: { succeeded, failed: failures.length, failures },
      timestamp: new Date().toISOString(),
      traceId,
      path: url.split('?', 1).join(''),
      method,
    },
  };
}
