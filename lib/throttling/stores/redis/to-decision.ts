import type { Decision, PolicyHit } from '../rate-limit-store';

/** What the script answers: its time, how many requests it admits, and three numbers a hit. */
const HEAD = 2;
const STRIDE = 3;

/** @throws Error if the reply is none of the script */
export function toDecision(
  reply: readonly number[],
  hits: readonly PolicyHit[],
  nowMs: number,
): Decision {
  if (reply.length !== HEAD + STRIDE * hits.length) {
    throw new Error('redisStore: the server did not answer with the numbers of the script.');
  }
  const states = hits.map(({ policy }, index) => {
    const at = HEAD + STRIDE * index;
    const waitMs = reply[at + 2] as number;
    return {
      policy,
      remaining: reply[at] as number,
      resetAtMs: nowMs + (reply[at + 1] as number),
      retryAtMs: waitMs > 0 ? nowMs + waitMs : undefined,
    };
  });
  return { isAllowed: copiesOf(reply) > 0, states };
}

/** The time of the server, in milliseconds. */
export function serverMsOf(reply: readonly number[]): number {
  return reply[0] as number;
}

/** How many requests were charged; 0 for a refusal. */
export function copiesOf(reply: readonly number[]): number {
  return reply[1] as number;
}
