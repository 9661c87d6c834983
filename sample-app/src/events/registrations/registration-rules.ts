import type { ApiException } from 'nestjs-errors';
import { utcSeconds } from '../../utc-seconds.js';
import { EventErrors } from '../event-errors.js';
import type { RegistrationRequest } from './registration-request.js';

interface Refusal {
  readonly reason: string;
  readonly error: ApiException;
}

type RegistrationRule = (request: RegistrationRequest) => Refusal | undefined;

const hasRoom: RegistrationRule = ({ event }) => {
  const { id: eventId, capacity, registered, hasWaitlist: waitlistAvailable } = event;
  if (registered < capacity) return undefined;
  const facts = { eventId, capacity, registered, waitlistAvailable };
  return { reason: 'Event capacity reached', error: EventErrors.BUSINESS_EVENT_FULL(facts) };
};

const isOpen: RegistrationRule = ({ event: { id: eventId, registrationDeadline } }) => {
  if (registrationDeadline === null || registrationDeadline > new Date()) return undefined;
  const closedAt = utcSeconds(registrationDeadline);
  return {
    reason: 'Registration deadline passed',
    error: EventErrors.BUSINESS_REGISTRATION_CLOSED({ eventId, closedAt }),
  };
};

const isEligible: RegistrationRule = ({ event, memberId }) => {
  const { id: eventId, prerequisiteEventId, isPrerequisiteMet } = event;
  if (prerequisiteEventId === null || isPrerequisiteMet) return undefined;
  const facts = { eventId, memberId, prerequisiteEventId };
  return { reason: 'Member not eligible', error: EventErrors.BUSINESS_PREREQUISITE_NOT_MET(facts) };
};

const isApproved: RegistrationRule = ({ event: { id: eventId, requiresApproval }, roles }) => {
  if (!requiresApproval || roles.includes('EventManager')) return undefined;
  const facts = { eventId, requiredRole: 'EventManager' };
  return { reason: 'Approval required', error: EventErrors.BUSINESS_APPROVAL_REQUIRED(facts) };
};

const isPaid: RegistrationRule = ({ event: { id: eventId, price }, amount }) => {
  if (amount >= price) return undefined;
  const error = EventErrors.BUSINESS_INSUFFICIENT_FUNDS({ eventId, price, amount });
  return { reason: 'Payment amount insufficient', error };
};

const RULES: readonly RegistrationRule[] = [hasRoom, isOpen, isEligible, isApproved, isPaid];

/** One broken rule speaks for itself; several are told together. */
export function checkRegistration(request: RegistrationRequest): void {
  const refusals = RULES.map((rule) => rule(request)).filter((refusal) => refusal !== undefined);
  const [only] = refusals;
  if (only === undefined) return;
  if (refusals.length === 1) throw only.error;
  throw EventErrors.BUSINESS_REGISTRATION_BLOCKED({
    reasons: refusals.map(({ reason }) => reason),
    eventId: request.event.id,
    memberId: request.memberId,
  });
}
