import { Reflector } from '@nestjs/core';

/** Opens one handler of a guarded controller to everyone. */
export const Public = Reflector.createDecorator<void, true>({ transform: () => true });
