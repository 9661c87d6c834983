import type { ErrorDefinition } from '../error-definition';
import { openDetails } from './open-details';

/** Fields that break rules; the status is that of the format. */
export const VALIDATION_ERRORS = {
  VALIDATION_FAILED: {
    status: 422,
    message: { flat: 'Validation failed', default: 'Request validation failed' },
    details: openDetails,
    resolution: [
      'Review the field requirements',
      'Check for required fields',
      'Verify data formats',
    ],
  },
  VALIDATION_REQUIRED_FIELD: {
    status: 422,
    message: 'A required field is missing',
    details: openDetails,
  },
  VALIDATION_INVALID_FORMAT: {
    status: 422,
    message: 'A field has the wrong format',
    details: openDetails,
  },
  VALIDATION_OUT_OF_RANGE: {
    status: 422,
    message: 'A value is outside the allowed range',
    details: openDetails,
  },
  VALIDATION_DUPLICATE: { status: 422, message: 'A value is already in use', details: openDetails },
  VALIDATION_REFERENCE_INVALID: {
    status: 422,
    message: 'A referenced resource does not exist',
    details: openDetails,
  },
} as const satisfies Record<string, ErrorDefinition>;
