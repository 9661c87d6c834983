import { type ChildProcess, fork } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { median } from '../../median';
import { startRedis } from './server';
import { VARIANTS, type VariantName } from './variants';
import type { Task } from './worker';

const isQuick = process.argv.includes('--quick');
const rounds = isQuick ? 1 : 9;
const operations = isQuick ? 100 : 4_000;
const CLIENTS = 2_000;

const LONE = 'a decision at a time';
const MANY = '64 decisions at a time';
const HOT = '64 at a time about one client';
const TASKS: readonly (readonly [title: string, Task, readonly VariantName[]])[] = [
  [LONE, { operations, atOnce: 1, clients: CLIENTS }, allBut('with leases', 'refused')],
  [MANY, { operations, atOnce: 64, clients: CLIENTS }, allBut('with leases', 'refused')],
  [
    HOT,
    { operations: operations * 10, atOnce: 64, clients: 1 },
    ['one policy', 'one policy with leases', 'a refused client, RateLimiter.consume()'],
  ],
];

function allBut(...words: readonly string[]): VariantName[] {
  const names = Object.keys(VARIANTS) as VariantName[];
  return names.filter((name) => !words.some((word) => name.includes(word)));
}

async function main(): Promise<void> {
  const redis = await startRedis();
  const workers = new Map<VariantName, ChildProcess>();
  try {
    for (const name of Object.keys(VARIANTS) as VariantName[]) {
      const worker = fork(join(__dirname, 'worker.js'), [name, `${redis.port}`]);
      workers.set(name, worker);
      await messageOf(worker);
    }
    const processors = cpus();
    console.log(`Node ${process.version}, ${processors.length} × ${processors[0]?.model}`);
    console.log(`Each in a process of its own, medians of ${rounds} rounds in turn.`);
    for (const [title, task, names] of TASKS) {
      const samples = new Map(names.map((name) => [name, [] as number[]]));
      for (let round = -1; round < rounds; round++) {
        for (const name of names) {
          const microseconds = await ask(workers.get(name) as ChildProcess, task);
          // The first round only makes the code hot.
          if (round >= 0) samples.get(name)?.push(microseconds);
        }
      }
      console.log(`\n## ${title}\n\n${toTable(samples)}`);
    }
  } finally {
    for (const worker of workers.values()) worker.kill();
    redis.stop();
  }
}

async function ask(worker: ChildProcess, task: Task): Promise<number> {
  worker.send(task);
  return (await messageOf(worker)) as number;
}

/** @throws Error if the process ends instead */
function messageOf(worker: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = () => {
      reject(new Error('A process of the bench ended.'));
    };
    worker.once('exit', onExit);
    worker.once('message', (message) => {
      worker.off('exit', onExit);
      resolve(message);
    });
  });
}

function toTable(samples: ReadonlyMap<VariantName, readonly number[]>): string {
  const first = median(samples.get('one policy') ?? []);
  const rows = [...samples].map(([name, values]) => {
    const microseconds = median(values);
    return `| ${name} | ${microseconds.toFixed(2)} | ${(microseconds / first).toFixed(3)} |`;
  });
  return ['| | µs a decision | × one policy |', '|-|-:|-:|', ...rows].join('\n');
}

void main();
