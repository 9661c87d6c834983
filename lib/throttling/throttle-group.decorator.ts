import { SetMetadata } from '@nestjs/common';
import { GROUP_KEY } from './own-metadata';

/**
 * Puts the routes of a handler or controller under the policies whose scope is `{ group }`: all
 * routes of the group count together.
 * @throws TypeError at start, if no policy has such a scope
 * @example
 * \@ThrottleGroup('exports')
 */
export function ThrottleGroup(...groups: readonly string[]): MethodDecorator & ClassDecorator {
  return SetMetadata(GROUP_KEY, groups);
}
