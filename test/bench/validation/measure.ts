import type { ContestantName, Validate } from './contestants';

export interface Effort {
  readonly rounds: number;
  /** Of each contestant in each round. */
  readonly milliseconds: number;
}

export type Samples = Readonly<Record<ContestantName, readonly number[]>>;

/** Microseconds of processor time a call: one sample a round, the contestants in turn, each first in some round. */
export async function measure(
  contestants: Readonly<Record<ContestantName, Validate>>,
  { body, isValid }: { readonly body: unknown; readonly isValid: boolean },
  effort: Effort,
): Promise<Samples> {
  const names = Object.keys(contestants) as ContestantName[];
  const samples = Object.fromEntries(
    names.map((name) => [name, [] as number[]]),
  ) as unknown as Record<ContestantName, number[]>;
  const calls = new Map<ContestantName, number>();
  for (const name of names) {
    await expectVerdict(name, contestants[name], { body, isValid });
    // Once to warm up, once to learn how many calls make a sample.
    await run(contestants[name], body, 2_000);
    const microseconds = await run(contestants[name], body, 500);
    calls.set(name, Math.max(20, Math.ceil((effort.milliseconds * 1_000) / microseconds)));
  }
  for (let round = 0; round < effort.rounds; round++) {
    for (const name of rotate(names, round)) {
      samples[name].push(await run(contestants[name], body, calls.get(name) ?? 20));
    }
  }
  return samples;
}

/** As a body parser leaves them: objects of their own, used once in a while. */
const COPIES = 32;

async function run(validate: Validate, body: unknown, calls: number): Promise<number> {
  const text = JSON.stringify(body);
  const copies = Array.from({ length: COPIES }, () => JSON.parse(text) as unknown);
  const started = process.cpuUsage();
  for (let call = 0; call < calls; call++) {
    try {
      const result = validate(copies[call % COPIES]);
      // As Nest awaits a pipe: not at all if it answers at once.
      if (result instanceof Promise) await result;
    } catch {
      continue;
    }
  }
  const { user, system } = process.cpuUsage(started);
  return (user + system) / calls;
}

async function expectVerdict(
  name: ContestantName,
  validate: Validate,
  { body, isValid }: { readonly body: unknown; readonly isValid: boolean },
): Promise<void> {
  let isTaken: boolean;
  try {
    isTaken = (await validate(JSON.parse(JSON.stringify(body)))) !== false;
  } catch {
    isTaken = false;
  }
  if (isTaken !== isValid) throw new Error(`${name} ${isTaken ? 'took' : 'refused'} the body.`);
}

function rotate<Item>(items: readonly Item[], by: number): Item[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
