import type { Validate } from './contestants';

/** A contestant that is ready to be measured again and again. */
export interface Measured {
  /** Microseconds of processor time a call: other processes do not count. */
  sample(): Promise<number>;
}

/** As a body parser leaves them: objects of their own, used once in a while. */
const COPIES = 32;
/** Of processor time; and so many calls that V8 has optimised what it will. */
const WARM_UP = { milliseconds: 400, calls: 3_000 };

/**
 * Makes sure of a contestant's verdict and warms it up.
 * @param milliseconds of processor time for one sample; few make a short warm-up
 */
export async function prepare(
  validate: Validate,
  { body, isValid }: { readonly body: unknown; readonly isValid: boolean },
  milliseconds: number,
): Promise<Measured> {
  const text = JSON.stringify(body);
  const run = async (calls: number): Promise<number> => {
    const copies = Array.from({ length: COPIES }, () => JSON.parse(text) as unknown);
    let wrong = 0;
    const started = process.cpuUsage();
    for (let call = 0; call < calls; call++) {
      const verdict = validate(copies[call % COPIES]);
      // As Nest awaits a pipe: not at all if it answers at once.
      if ((verdict instanceof Promise ? await verdict : verdict) !== isValid) wrong++;
    }
    const { user, system } = process.cpuUsage(started);
    if (wrong > 0) throw new Error(`The body was ${isValid ? 'refused' : 'taken'}.`);
    return (user + system) / calls;
  };
  const isQuick = milliseconds * 10 < WARM_UP.milliseconds / 2;
  const goal = (isQuick ? milliseconds : WARM_UP.milliseconds) * 1_000;
  const leastCalls = isQuick ? 0 : WARM_UP.calls;
  let calls = 20;
  let spent = 0;
  for (let made = 0; spent < goal || made < leastCalls;) {
    const each = await run(calls);
    made += calls;
    spent += each * calls;
    calls = Math.max(20, Math.ceil((milliseconds * 1_000) / each));
  }
  return { sample: () => run(calls) };
}
