import { isObservable } from 'rxjs';
import { guardEvents } from './guard-events';
import { imitate } from './imitate';

const GUARDED = Symbol.for('nestjs-errors.guarded-handler');

type Handler = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Watches the events of one `@Sse()` method. It is done on the class, once for all applications
 * of the process: an interceptor would make Nest send headers before the handler has resolved.
 */
export function guardHandler(prototype: object, name: string): void {
  const owner = ownerOf(prototype, name);
  const handler = owner[name];
  if (handler === undefined || Reflect.hasMetadata(GUARDED, handler)) return;
  const guarded: Handler = function (...args) {
    return guardResult(handler.apply(this, args));
  };
  owner[name] = imitate(guarded, handler);
  Reflect.defineMetadata(GUARDED, true, guarded);
}

function guardResult(result: unknown): unknown {
  if (isObservable(result)) return guardEvents(result);
  return isThenable(result) ? Promise.resolve(result).then(guardResult) : result;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as Partial<PromiseLike<unknown>> | null)?.then === 'function';
}

/** Where the method is defined: controllers may inherit it. */
function ownerOf(prototype: object, name: string): Record<string, Handler | undefined> {
  let owner = prototype;
  while (!Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner) as object;
  return owner as Record<string, Handler | undefined>;
}
