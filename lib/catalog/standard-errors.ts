import { defineErrors } from './define-errors';
import { details } from './details';

/** Details of a built-in code are free: a caller may give what explains the failure, or nothing. */
const open = details<object>();

/** Every built-in code; texts follow the guide of each format where the two differ. */
export const StandardErrors = defineErrors({
  PARTIAL_SUCCESS: {
    status: 207,
    message: 'Some operations failed',
    details: open,
    resolution: [
      'Process successful items',
      'Fix and retry failed items',
      'Consider transactional approach if atomicity required',
    ],
  },

  BAD_REQUEST: { status: 400, message: 'The request is invalid', details: open },
  REQUEST_MALFORMED: {
    status: 400,
    message: 'The request body could not be parsed',
    details: open,
  },

  AUTH_TOKEN_MISSING: {
    status: 401,
    message: {
      flat: 'Full authentication is required to access this resource',
      default: 'Authentication is required to access this resource',
    },
    details: open,
    retry: { strategy: 'never' },
  },
  AUTH_TOKEN_INVALID: {
    status: 401,
    message: {
      flat: 'Full authentication is required to access this resource',
      default: 'Access token is invalid',
    },
    details: open,
  },
  AUTH_TOKEN_EXPIRED: {
    status: 401,
    message: { flat: 'Token has expired', default: 'Access token has expired' },
    details: open,
    resolution: ['Sign in again', 'Refresh your session'],
  },
  AUTH_CLIENT_INVALID: {
    status: 401,
    message: { flat: 'Invalid credentials', default: 'Client credentials are invalid' },
    details: open,
    retry: { strategy: 'never' },
  },

  PERMISSION_DENIED: {
    status: 403,
    message: {
      flat: 'Access denied',
      default: 'You do not have permission to perform this action',
    },
    details: open,
  },
  AUTH_INSUFFICIENT_SCOPE: {
    status: 403,
    message: 'Access token lacks a required scope',
    details: open,
  },
  PERMISSION_TENANT_MISMATCH: {
    status: 403,
    message: 'The resource belongs to another tenant',
    details: open,
  },
  PERMISSION_OWNER_ONLY: {
    status: 403,
    message: 'Only the owner can perform this action',
    details: open,
  },
  PERMISSION_ROLE_REQUIRED: { status: 403, message: 'A required role is missing', details: open },

  RESOURCE_NOT_FOUND: {
    status: 404,
    message: 'Resource not found',
    details: open,
    resolution: [
      'Verify the ID is correct',
      'Check if the resource was deleted',
      'Ensure you have access to this resource',
    ],
  },
  ROUTE_NOT_FOUND: {
    status: 404,
    message: { flat: 'Resource not found', default: 'No such route' },
    details: open,
  },
  RESOURCE_DELETED: { status: 404, message: 'Resource has been deleted', details: open },

  METHOD_NOT_ALLOWED: {
    status: 405,
    message: 'The method is not allowed for this resource',
    details: open,
  },
  NOT_ACCEPTABLE: {
    status: 406,
    message: 'No acceptable representation is available',
    details: open,
  },
  REQUEST_TIMEOUT: { status: 408, message: 'The request took too long to arrive', details: open },
  RESOURCE_CONFLICT: {
    status: 409,
    message: 'The request conflicts with the current state of the resource',
    details: open,
  },
  RESOURCE_DEPENDENCY: {
    status: 409,
    message: 'The resource is still in use by others',
    details: open,
  },
  RESOURCE_LOCKED: { status: 409, message: 'Resource is locked for editing', details: open },
  PRECONDITION_FAILED: {
    status: 412,
    message: 'A precondition of the request failed',
    details: open,
  },
  PAYLOAD_TOO_LARGE: { status: 413, message: 'The request body is too large', details: open },
  URI_TOO_LONG: { status: 414, message: 'The request address is too long', details: open },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    message: 'The media type of the request is not supported',
    details: open,
  },

  VALIDATION_FAILED: {
    status: 422,
    message: { flat: 'Validation failed', default: 'Request validation failed' },
    details: open,
    resolution: [
      'Review the field requirements',
      'Check for required fields',
      'Verify data formats',
    ],
  },
  VALIDATION_REQUIRED_FIELD: { status: 422, message: 'A required field is missing', details: open },
  VALIDATION_INVALID_FORMAT: {
    status: 422,
    message: 'A field has the wrong format',
    details: open,
  },
  VALIDATION_OUT_OF_RANGE: {
    status: 422,
    message: 'A value is outside the allowed range',
    details: open,
  },
  VALIDATION_DUPLICATE: { status: 422, message: 'A value is already in use', details: open },
  VALIDATION_REFERENCE_INVALID: {
    status: 422,
    message: 'A referenced resource does not exist',
    details: open,
  },

  RATE_LIMIT_EXCEEDED: {
    status: 429,
    message: {
      flat: 'Rate limit exceeded. Please try again later.',
      default: 'API rate limit exceeded',
    },
    details: open,
  },
  HEADERS_TOO_LARGE: { status: 431, message: 'The request headers are too large', details: open },
  CLIENT_CLOSED_REQUEST: { status: 499, message: 'The client closed the request', details: open },
  REQUEST_FAILED: { status: 400, message: 'The request failed', details: open },

  INTERNAL_ERROR: {
    status: 500,
    message: 'An unexpected error occurred. Please try again later.',
    details: open,
  },
  NOT_IMPLEMENTED: { status: 501, message: 'This operation is not implemented', details: open },
  UPSTREAM_FAILED: {
    status: 502,
    message: 'A service this API depends on failed',
    details: open,
    origin: 'dependency',
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    message: 'The service is temporarily unavailable',
    details: open,
  },
  UPSTREAM_TIMEOUT: {
    status: 504,
    message: 'A service this API depends on took too long',
    details: open,
    origin: 'dependency',
  },
});

/** A built-in code. */
export type StandardErrorCode = keyof typeof StandardErrors;
