import { channel } from 'node:diagnostics_channel';
import type { Decision, PolicyHit } from './stores/rate-limit-store';

/** What one policy made of a request. */
export interface ThrottledPolicy {
  readonly name: string;
  readonly isShadow: boolean;
  /** Whether the policy refuses the request, or would if it were no shadow. */
  readonly isViolated: boolean;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAtMs: number;
  /** Undefined unless the policy is violated. */
  readonly retryAtMs: number | undefined;
  /** The key of the client, as a store has it. */
  readonly key: string;
  readonly cost: number;
}

/** What is published on the `node:diagnostics_channel` named `nestjs-errors:throttling`. */
export type ThrottlingEvent =
  | {
      readonly type: 'decision';
      readonly isAllowed: boolean;
      readonly nowMs: number;
      readonly controller: Function;
      readonly handler: Function;
      /** Fewer than apply where a refusal was answered from memory. */
      readonly policies: readonly ThrottledPolicy[];
    }
  | {
      readonly type: 'store-failed';
      readonly error: unknown;
      /** What happens meanwhile. */
      readonly mode: 'local' | 'open' | 'closed';
      /** When the store is asked again, in milliseconds from now. */
      readonly retryInMs: number;
    }
  | { readonly type: 'store-recovered' };

const events = channel('nestjs-errors:throttling');

/** Costs nothing while nobody listens. */
export function publishDecision(
  hits: readonly PolicyHit[],
  { isAllowed, states }: Decision,
  nowMs: number,
  route: { getClass(): Function; getHandler(): Function },
): void {
  if (!events.hasSubscribers) return;
  publish({
    type: 'decision',
    isAllowed,
    nowMs,
    controller: route.getClass(),
    handler: route.getHandler(),
    policies: states.map(({ policy, remaining, resetAtMs, retryAtMs }) => {
      const { key = '', cost = 0 } = hits.find((hit) => hit.policy.id === policy.id) ?? {};
      const isViolated = retryAtMs !== undefined;
      const { name, isShadow, burst: limit } = policy;
      return { name, isShadow, isViolated, limit, remaining, resetAtMs, retryAtMs, key, cost };
    }),
  });
}

export function publish(event: ThrottlingEvent): void {
  if (events.hasSubscribers) events.publish(event);
}
