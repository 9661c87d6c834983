import { Reflector } from '@nestjs/core';

/** The scope that a client or an API key needs here; people need none. */
export const Scope = Reflector.createDecorator<string>();
