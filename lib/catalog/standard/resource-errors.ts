import type { ErrorDefinition } from '../error-definition';
import { openDetails } from './open-details';

/** What the request is about, and the state it is in. */
export const RESOURCE_ERRORS = {
  PARTIAL_SUCCESS: {
    status: 207,
    message: 'Some operations failed',
    details: openDetails,
    resolution: [
      'Process successful items',
      'Fix and retry failed items',
      'Consider transactional approach if atomicity required',
    ],
  },
  RESOURCE_NOT_FOUND: {
    status: 404,
    message: 'Resource not found',
    details: openDetails,
    resolution: [
      'Verify the ID is correct',
      'Check if the resource was deleted',
      'Ensure you have access to this resource',
    ],
  },
  ROUTE_NOT_FOUND: {
    status: 404,
    message: { flat: 'Resource not found', default: 'No such route' },
    details: openDetails,
  },
  RESOURCE_DELETED: { status: 404, message: 'Resource has been deleted', details: openDetails },
  RESOURCE_CONFLICT: {
    status: 409,
    message: 'The request conflicts with the current state of the resource',
    details: openDetails,
  },
  RESOURCE_DEPENDENCY: {
    status: 409,
    message: 'The resource is still in use by others',
    details: openDetails,
  },
  RESOURCE_LOCKED: { status: 409, message: 'Resource is locked for editing', details: openDetails },
  PRECONDITION_FAILED: {
    status: 412,
    message: 'A precondition of the request failed',
    details: openDetails,
  },
} as const satisfies Record<string, ErrorDefinition>;
