type Values<Steps extends readonly (() => unknown)[]> = {
  -readonly [Index in keyof Steps]: Awaited<ReturnType<Steps[Index]>>;
};

/** A promise of any make: guards answer at once wherever what they ask does. */
export function isPromise<T>(value: T | PromiseLike<T>): value is PromiseLike<T> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}

/** Calls `combine` with what the steps yield: at once, unless one of them yields a promise. */
export function whenAll<const Steps extends readonly (() => unknown)[], Result>(
  steps: Steps,
  combine: (values: Values<Steps>) => Result,
): Result | Promise<Awaited<Result>> {
  const values = steps.map(attempt);
  if (!values.some(isPromise)) return combine(values as Values<Steps>);
  const later = Promise.all(values) as unknown as Promise<Values<Steps>>;
  return later.then(combine) as Promise<Awaited<Result>>;
}

/** A throw becomes a rejection, so that no promise of an earlier step is left unhandled. */
function attempt(step: () => unknown): unknown {
  try {
    return step();
  } catch (error) {
    return Promise.reject(error);
  }
}
