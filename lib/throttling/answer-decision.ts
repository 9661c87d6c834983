import type { ExecutionContext } from '@nestjs/common';
import type { ThrottledRequest } from './exemptions';
import type { HeaderTarget } from './headers/set-header';
import { mostPressing } from './most-pressing';
import { rateLimitExceeded, violationOf } from './rate-limit-exceeded';
import type { ResolvedThrottling } from './resolve-throttling';
import type { Decision, PolicyHit, PolicyState } from './stores/rate-limit-store';
import { publishDecision } from './throttling-channel';

/**
 * Tells the client and whoever listens what became of a request.
 * @throws ApiException RATE_LIMIT_EXCEEDED
 */
export function answerDecision(
  { headers, errorMessage }: ResolvedThrottling,
  hits: readonly PolicyHit[],
  decision: Decision,
  nowMs: number,
  context: ExecutionContext,
): true {
  publishDecision(hits, decision, nowMs, context);
  const speaker = mostPressing(decision);
  if (speaker === undefined) return true;
  const response = context.getArgByIndex<HeaderTarget>(1);
  headers.write(response, speakerFirst(speaker, decision), nowMs);
  if (context.getArgByIndex<ThrottledRequest>(0).headers['origin'] !== undefined) {
    headers.expose(response);
  }
  if (decision.isAllowed) return true;
  const retryAfter = headers.refuse(response, speaker.retryAtMs ?? speaker.resetAtMs, nowMs);
  const violation = violationOf(speaker, retryAfter);
  const message =
    typeof errorMessage === 'function' ? errorMessage(context, violation) : errorMessage;
  throw rateLimitExceeded(violation, decision, message);
}

function speakerFirst(speaker: PolicyState, { states }: Decision): readonly PolicyState[] {
  if (states.length === 1) return states;
  return [speaker, ...states.filter((state) => state !== speaker && !state.policy.isShadow)];
}
