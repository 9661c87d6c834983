import type { ExecutionContext } from '@nestjs/common';
import { type CompiledPolicy, ratePolicyOf } from './compiled-policy';
import type { RatePolicy } from './stores/rate-limit-store';
import type { Resolvable } from './throttle-metadata';
import { whenAll } from './when-all';

/**
 * The policy that is in force for a request.
 * @throws TypeError if a function yields a wrong number
 */
export function currentPolicy(
  policy: CompiledPolicy,
  context: ExecutionContext,
): RatePolicy | Promise<RatePolicy> {
  if (policy.fixed !== undefined) return policy.fixed;
  const { limit, windowMs, burst, blockMs = policy.block.firstMs } = policy;
  return whenAll(
    [
      valueOf(limit, context),
      valueOf(windowMs, context),
      burst === undefined ? () => undefined : valueOf(burst, context),
      valueOf(blockMs, context),
    ],
    ([most, spanMs, size = most, blockedMs]) =>
      ratePolicyOf(policy, { limit: most, windowMs: spanMs, burst: size, blockMs: blockedMs }),
  );
}

export function valueOf(value: Resolvable<number>, context: ExecutionContext) {
  return () => (typeof value === 'function' ? value(context) : value);
}
