import type { ErrorDefinition } from '../error-definition';
import { openDetails } from './open-details';

/** Who the caller is, and what it may do. */
export const ACCESS_ERRORS = {
  AUTH_TOKEN_MISSING: {
    status: 401,
    message: {
      flat: 'Full authentication is required to access this resource',
      default: 'Authentication is required to access this resource',
    },
    details: openDetails,
    retry: { strategy: 'never' },
  },
  AUTH_TOKEN_INVALID: {
    status: 401,
    message: {
      flat: 'Full authentication is required to access this resource',
      default: 'Access token is invalid',
    },
    details: openDetails,
  },
  AUTH_TOKEN_EXPIRED: {
    status: 401,
    message: { flat: 'Token has expired', default: 'Access token has expired' },
    details: openDetails,
    resolution: ['Sign in again', 'Refresh your session'],
  },
  AUTH_CLIENT_INVALID: {
    status: 401,
    message: { flat: 'Invalid credentials', default: 'Client credentials are invalid' },
    details: openDetails,
    retry: { strategy: 'never' },
  },
  PERMISSION_DENIED: {
    status: 403,
    message: {
      flat: 'Access denied',
      default: 'You do not have permission to perform this action',
    },
    details: openDetails,
  },
  AUTH_INSUFFICIENT_SCOPE: {
    status: 403,
    message: 'Access token lacks a required scope',
    details: openDetails,
  },
  PERMISSION_TENANT_MISMATCH: {
    status: 403,
    message: 'The resource belongs to another tenant',
    details: openDetails,
  },
  PERMISSION_OWNER_ONLY: {
    status: 403,
    message: 'Only the owner can perform this action',
    details: openDetails,
  },
  PERMISSION_ROLE_REQUIRED: {
    status: 403,
    message: 'A required role is missing',
    details: openDetails,
  },
} as const satisfies Record<string, ErrorDefinition>;
