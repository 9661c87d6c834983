import type { EventRole } from '../api/event-roles.js';

/** All that decides whether a member may register for an event. */
export interface RegistrationRequest {
  readonly event: RegistrableEvent;
  readonly memberId: string;
  readonly amount: number;
  readonly roles: readonly EventRole[];
}

export interface RegistrableEvent {
  readonly id: string;
  readonly capacity: number;
  readonly registered: number;
  readonly hasWaitlist: boolean;
  readonly registrationDeadline: Date | null;
  readonly prerequisiteEventId: string | null;
  readonly isPrerequisiteMet: boolean;
  readonly requiresApproval: boolean;
  readonly price: number;
}
