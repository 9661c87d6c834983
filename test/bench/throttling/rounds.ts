import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { median } from '../median';
import type { SubjectName } from './subjects';

/** Something to measure: does so many operations. */
export type Subject = (operations: number) => void | Promise<void>;

/** What one subject came to: the median of its rounds, in nanoseconds of processor time. */
export type Figures = ReadonlyMap<SubjectName, number>;

/**
 * All subjects in turn, each in a process of its own, round by round: a busy machine slows all
 * alike, and no subject finds the code or the memory of another.
 */
export async function measure(
  names: readonly SubjectName[],
  operations: number,
  rounds: number,
): Promise<Figures> {
  const children = await Promise.all(names.map(start));
  const samples = names.map((): number[] => []);
  for (let round = -1; round < rounds; round++) {
    for (const [index, child] of children.entries()) {
      const nanoseconds = await ask(child, operations);
      // The first round only makes the code hot.
      if (round >= 0) samples[index]?.push(nanoseconds);
    }
  }
  for (const child of children) child.kill();
  return new Map(names.map((name, index) => [name, median(samples[index] ?? [])]));
}

async function start(name: SubjectName): Promise<ChildProcess> {
  const child = fork(join(__dirname, 'subject-server.js'), [name]);
  await next(child, name);
  return child;
}

async function ask(child: ChildProcess, operations: number): Promise<number> {
  child.send(operations);
  return (await next(child, child.spawnargs.at(-1))) as number;
}

async function next(child: ChildProcess, name = ''): Promise<unknown> {
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`The process of ${name} ended with code ${String(code)}.`);
  });
  gone.catch(() => undefined);
  const [message] = (await Promise.race([once(child, 'message'), gone])) as unknown[];
  return message;
}

/** A row a subject, with its cost and how many times the first one's that is. */
export function toTable(figures: Figures): string {
  const [reference = Number.NaN] = figures.values();
  const rows = [...figures].map(([name, nanoseconds]) => {
    return `| ${name} | ${Math.round(nanoseconds)} | ${(nanoseconds / reference).toFixed(1)} |`;
  });
  return ['| | ns of CPU | × the first |', '|-|-:|-:|', ...rows].join('\n');
}
