/**
 * Makes an exception that records no stack, which is most of what one costs. For those that the
 * library throws by the thousand when clients misbehave, and whose stack would show only itself.
 */
export function withoutStack<Exception extends Error>(make: () => Exception): Exception {
  const { stackTraceLimit } = Error;
  limitStackTraces(0);
  try {
    return make();
  } finally {
    limitStackTraces(stackTraceLimit);
  }
}

function limitStackTraces(limit: number): void {
  try {
    Error.stackTraceLimit = limit;
  } catch {
    // The intrinsics of hardened processes cannot be written: stacks are recorded there.
  }
}
