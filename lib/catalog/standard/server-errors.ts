import type { ErrorDefinition } from '../error-definition';
import { openDetails } from './open-details';

/** What the caller can do nothing about. */
export const SERVER_ERRORS = {
  INTERNAL_ERROR: {
    status: 500,
    message: 'An unexpected error occurred. Please try again later.',
    details: openDetails,
  },
  NOT_IMPLEMENTED: {
    status: 501,
    message: 'This operation is not implemented',
    details: openDetails,
  },
  UPSTREAM_FAILED: {
    status: 502,
    message: 'A service this API depends on failed',
    details: openDetails,
    origin: 'dependency',
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    message: 'The service is temporarily unavailable',
    details: openDetails,
  },
  UPSTREAM_TIMEOUT: {
    status: 504,
    message: 'A service this API depends on took too long',
    details: openDetails,
    origin: 'dependency',
  },
} as const satisfies Record<string, ErrorDefinition>;
