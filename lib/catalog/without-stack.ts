/**
 * Makes an exception that records no stack, which is most of what one costs. For those that the
 * library throws by the thousand when clients misbehave, and whose stack would show only itself.
 */
export function withoutStack<Exception extends Error>(make: () => Exception): Exception {
  const { stackTraceLimit } = Error;
  // Reflect.set, since the intrinsics of hardened processes cannot be written and must not throw.
  Reflect.set(Error, 'stackTraceLimit', 0);
  try {
    return make();
  } finally {
    Reflect.set(Error, 'stackTraceLimit', stackTraceLimit);
  }
}
