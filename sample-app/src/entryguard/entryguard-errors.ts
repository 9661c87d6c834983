import { defineErrors, details } from 'nestjs-errors';

/** What can go wrong in EntryGuard and nowhere else. */
export const EntryGuardErrors = defineErrors({
  BUSINESS_USER_LIMIT_REACHED: {
    status: 400,
    message: 'Maximum number of users reached for your organization',
    details: details<{ maxUsers: number }>(),
    resolution: ['Remove a user', 'Ask support for a higher limit'],
  },
});
