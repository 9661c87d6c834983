import { SetMetadata } from '@nestjs/common';
import { checkedInteger } from './checked-integer';
import { COST_KEY } from './own-metadata';
import type { Resolvable } from './throttle-metadata';

/**
 * Says what a request of a handler or controller costs, in credits of every policy; requests in
 * flight always count as one. A handler's cost wins over that of its controller.
 * @param cost an integer from 0, or a function of the request
 * @throws TypeError for any other value
 * @example
 * \@ThrottleCost((context) => context.switchToHttp().getRequest().body.items.length)
 */
export function ThrottleCost(cost: Resolvable<number>): MethodDecorator & ClassDecorator {
  if (typeof cost !== 'function') checkedInteger('@ThrottleCost()', cost, 0);
  return SetMetadata(COST_KEY, cost);
}
