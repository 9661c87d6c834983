/**
 * What will be thrown for an argument. Handed up to the pipe instead of thrown on the spot: a
 * function that only ever throws is never optimised by V8, nor are its callers.
 */
export class Refused {
  constructor(readonly exception: unknown) {}
}

/** The answer of the pipe: a value to hand on. @throws the exception of a refusal */
export function answerOf(decided: unknown): unknown {
  if (decided instanceof Refused) throw decided.exception;
  return decided;
}

/** What an exception factory of the application made; a promise is waited for. */
export function refusedWith(exception: unknown): Refused | Promise<never> {
  if (!(exception instanceof Promise)) return new Refused(exception);
  return exception.then((resolved: unknown) => {
    throw resolved;
  });
}
