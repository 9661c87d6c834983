import type { ExecutionContext, Type } from '@nestjs/common';

/** What one count is of: a policy, a client, and where the policy counts routes apart, the route. */
export interface LimitTarget {
  /** The name of a policy. */
  readonly policy: string;
  /** The client as the tracker names it; without a tracker its address. */
  readonly client: string;
  /** For a policy whose scope is a route or a controller: the controller and the handler's name. */
  readonly route?: readonly [controller: Type, handler: string] | undefined;
  /** For a policy with a limit or window that is a function of the request. */
  readonly context?: ExecutionContext | undefined;
}

/** Where a client stands with a policy. */
export interface LimitStatus {
  readonly isAllowed: boolean;
  /** The name of the policy. */
  readonly policy: string;
  /** Names what is counted: the policy with its route, controller or group. */
  readonly id: string;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAtMs: number;
  /** Undefined unless the policy is violated. */
  readonly retryAtMs: number | undefined;
  /** Whole seconds from now; 0 unless the policy is violated. */
  readonly retryAfterSeconds: number;
}
