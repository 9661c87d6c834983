import type { NestInterceptor } from '@nestjs/common';
import type { ApplicationConfig } from '@nestjs/core';
import { guardEvents } from './guard-events';

/** Nest keeps here what `@UseInterceptors()` was given. */
const INTERCEPTORS = '__interceptors__';

/** Stands before the other interceptors of a route, so that their failures are seen, too. */
const guard: NestInterceptor = { intercept: (_context, next) => guardEvents(next.handle()) };

/** For a class or method. Where there is no interceptor yet, one more would change the timing. */
export function guardDeclaredInterceptors(target: object): void {
  const declared = Reflect.getMetadata(INTERCEPTORS, target) as readonly unknown[] | undefined;
  if (declared === undefined || declared.length === 0 || declared.includes(guard)) return;
  Reflect.defineMetadata(INTERCEPTORS, [guard, ...declared], target);
}

/** For the whole application: Nest asks for the list when it builds its routes. */
export function guardGlobalInterceptors(config: ApplicationConfig): void {
  const given = config.getGlobalInterceptors.bind(config);
  config.getGlobalInterceptors = () => {
    const interceptors: readonly (NestInterceptor | undefined)[] = given();
    // One whose factory yielded nothing keeps its place in the list.
    const isUsed = interceptors.some(Boolean) || config.getGlobalRequestInterceptors().length > 0;
    return (isUsed ? [guard, ...interceptors] : interceptors) as NestInterceptor[];
  };
}
