import 'reflect-metadata';
import { Redis } from 'ioredis';
import { VARIANTS, type VariantName } from './variants';

/** So many decisions, so many at a time, about so many clients. */
export interface Task {
  readonly operations: number;
  readonly atOnce: number;
  readonly clients: number;
}

/** Measures one variant; answers each task with the microseconds that a decision took. */
async function main(): Promise<void> {
  const [name, port] = process.argv.slice(2) as [VariantName, string];
  const decide = await VARIANTS[name](new Redis(Number(port), '127.0.0.1'));
  process.on('message', (task: Task) => {
    void measure(decide, task).then((microseconds) => process.send?.(microseconds));
  });
  process.send?.('ready');
}

async function measure(
  decide: (client: string) => unknown,
  { operations, atOnce, clients }: Task,
): Promise<number> {
  const names = Array.from({ length: clients }, (_, index) => `client-${index}`);
  let count = 0;
  const line = async () => {
    while (count < operations) {
      const answer = decide(names[count++ % clients] as string);
      if (answer instanceof Promise) await answer;
    }
  };
  const startMs = performance.now();
  await Promise.all(Array.from({ length: atOnce }, line));
  return ((performance.now() - startMs) * 1_000) / operations;
}

void main();
