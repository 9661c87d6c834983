/** Where `@Sse()` leaves its mark; Nest copies it to what it registers with the router. */
const SSE = '__sse__';

export function isEventRoute(handler: unknown): handler is Function {
  return typeof handler === 'function' && Reflect.hasMetadata(SSE, handler);
}
