import type { ExecutionContext } from '@nestjs/common';
import { StandardErrors } from '../catalog/standard-errors';
import { withoutStack } from '../catalog/without-stack';
import { clientList, isExemptAgent, type ThrottledRequest } from './exemptions';
import type { ThrottlingOptions } from './throttling.options';
import { checkFunction, checkRegExps } from './value-checks';
import { whenAll } from './when-all';

/**
 * Whether a request is not to be counted.
 * @throws ApiException PERMISSION_DENIED for one of a denied client
 */
export type Exemptions = (context: ExecutionContext) => boolean | Promise<boolean>;

/** @throws TypeError naming the wrong option */
export function resolveExemptions(
  options: ThrottlingOptions,
  addressOf: (request: ThrottledRequest) => string | undefined,
): Exemptions | undefined {
  const { skipIf = () => false, allow = [], deny = [] } = options;
  checkFunction('throttling.skipIf', skipIf);
  const agents = checkRegExps('throttling.ignoreUserAgents', options.ignoreUserAgents);
  const isAllowed = clientList('throttling.allow', allow, addressOf);
  const isDenied = clientList('throttling.deny', deny, addressOf);
  const given = [options.skipIf, options.ignoreUserAgents, options.allow, options.deny];
  if (given.every((option) => option === undefined)) return undefined;
  return (context) =>
    whenAll(
      [() => isDenied(context), () => isAllowed(context), () => skipIf(context)],
      ([denied, ...exempt]) => {
        if (denied) throw withoutStack(() => StandardErrors.PERMISSION_DENIED());
        return exempt.some(Boolean) || isExemptAgent(agents, context.getArgByIndex(0));
      },
    );
}
