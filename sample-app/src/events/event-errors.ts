import { defineErrors, details } from 'nestjs-errors';

/** What can go wrong in Engagifii Events and nowhere else, as its guide words it. */
export const EventErrors = defineErrors({
  BUSINESS_EVENT_FULL: {
    status: 422,
    message: 'Event has reached maximum capacity',
    details: details<{
      eventId: string;
      capacity: number;
      registered: number;
      waitlistAvailable: boolean;
    }>(),
    resolution: ['Check event capacity and waitlist options', 'Consider alternative events'],
  },
  BUSINESS_REGISTRATION_CLOSED: {
    status: 422,
    message: 'Registration period has ended',
    details: details<{ eventId: string; closedAt: string }>(),
    resolution: ['Verify registration dates', 'Consider alternative events'],
  },
  BUSINESS_PREREQUISITE_NOT_MET: {
    status: 422,
    message: 'Member has not met the prerequisites of this event',
    details: details<{ eventId: string; memberId: string; prerequisiteEventId: string }>(),
    resolution: ['Confirm member eligibility requirements'],
  },
  BUSINESS_APPROVAL_REQUIRED: {
    status: 422,
    message: 'Registration needs the approval of an event manager',
    details: details<{ eventId: string; requiredRole: string }>(),
    resolution: ['Ask an event manager to register the member'],
  },
  BUSINESS_INSUFFICIENT_FUNDS: {
    status: 422,
    message: 'Payment amount is insufficient',
    details: details<{ eventId: string; price: number; amount: number }>(),
    resolution: ['Pay the price of the event'],
  },
  BUSINESS_REGISTRATION_BLOCKED: {
    status: 422,
    message: 'Registration cannot be completed',
    details: details<{ reasons: readonly string[]; eventId: string; memberId: string }>(),
    resolution: [
      'Check event capacity and waitlist options',
      'Verify registration dates',
      'Confirm member eligibility requirements',
      'Consider alternative events or sessions',
    ],
  },
});
