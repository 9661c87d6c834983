import type { UserTexts } from './messages';

/** The Engagifii guide's texts. */
export const ENGLISH: UserTexts = {
  VALIDATION_FAILED: {
    message: 'Please check your input and try again',
    suggestions: [
      'Review the field requirements',
      'Check for required fields',
      'Verify data formats',
    ],
  },
  RESOURCE_NOT_FOUND: {
    message: 'The requested item was not found',
    suggestions: [
      'Verify the ID is correct',
      'Check if the resource was deleted',
      'Ensure you have access to this resource',
    ],
  },
  PERMISSION_DENIED: { message: "You don't have permission for this action" },
  BUSINESS_EVENT_FULL: { message: 'This event is at full capacity' },
  RATE_LIMIT_EXCEEDED: { message: 'Too many requests. Please wait a moment' },
  AUTH_TOKEN_EXPIRED: { suggestions: ['Sign in again', 'Refresh your session'] },
  '*': { message: 'An error occurred', suggestions: ['Please try again or contact support'] },
};
