import type { ErrorDefinition } from '../error-definition';
import { openDetails } from './open-details';

/** Requests that are refused as such, whatever they are about. */
export const REQUEST_ERRORS = {
  BAD_REQUEST: { status: 400, message: 'The request is invalid', details: openDetails },
  REQUEST_MALFORMED: {
    status: 400,
    message: 'The request body could not be parsed',
    details: openDetails,
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    message: 'The method is not allowed for this resource',
    details: openDetails,
  },
  NOT_ACCEPTABLE: {
    status: 406,
    message: 'No acceptable representation is available',
    details: openDetails,
  },
  REQUEST_TIMEOUT: {
    status: 408,
    message: 'The request took too long to arrive',
    details: openDetails,
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    message: 'The request body is too large',
    details: openDetails,
  },
  URI_TOO_LONG: { status: 414, message: 'The request address is too long', details: openDetails },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    message: 'The media type of the request is not supported',
    details: openDetails,
  },
  RATE_LIMIT_EXCEEDED: {
    status: 429,
    message: {
      flat: 'Rate limit exceeded. Please try again later.',
      default: 'API rate limit exceeded',
    },
    details: openDetails,
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    message: 'The request headers are too large',
    details: openDetails,
  },
  CLIENT_CLOSED_REQUEST: {
    status: 499,
    message: 'The client closed the request',
    details: openDetails,
  },
  REQUEST_FAILED: { status: 400, message: 'The request failed', details: openDetails },
} as const satisfies Record<string, ErrorDefinition>;
