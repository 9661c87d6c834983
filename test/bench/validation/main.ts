import 'reflect-metadata';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { median } from '../median';
import { compileCosts } from './compile-cost';
import { ContestantProcess } from './contestant-process';
import { contestantNames } from './contestants';
import { type Row, rowsOf } from './rows';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '11' },
    body: { type: 'string' },
  },
});
const effort = values.quick
  ? { rounds: 1, milliseconds: 2 }
  : { rounds: Number(values.rounds), milliseconds: 25 };

async function main(): Promise<void> {
  const rows = rowsOf(values.body);
  if (rows.length === 0 || !(effort.rounds > 0)) {
    throw new Error('npm run bench:validation -- [--quick] [--rounds 11] [--body "3 fields"]');
  }
  const processors = cpus();
  console.log(`Node ${process.version}, ${processors.length} × ${processors[0]?.model}`);
  console.log('CPU µs per call, and how many times as long as ours: medians and their ratios.');
  console.log('Each cell is a process of its own; those of a row take turns.\n');
  console.log(`| body | | other DTOs | ${contestantNames.join(' | ')} |`);
  console.log(`|-|-|-:|${'-:|'.repeat(contestantNames.length)}`);
  for (const row of rows) {
    const { shape, kind, others } = row;
    console.log(`| ${[shape, kind, others, ...toCells(await measure(row))].join(' | ')} |`);
  }
  console.log('\nMade of a class that is validated for the first time: medians, CPU time.\n');
  console.log('| class | µs a class | µs for the next body | KB held a class |');
  console.log('|-|-:|-:|-:|');
  for (const { name, ...cost } of compileCosts()) {
    const { microsecondsPerClass, nextMicroseconds, kilobytesPerClass } = cost;
    const cells = [microsecondsPerClass.toFixed(0), nextMicroseconds.toFixed(0)];
    console.log(`| ${[name, ...cells, kilobytesPerClass.toFixed(1)].join(' | ')} |`);
  }
}

/** The median of each contestant, in their order. */
async function measure(row: Row): Promise<number[]> {
  const processes = contestantNames.map((name) => new ContestantProcess(name));
  try {
    for (const contestant of processes) await contestant.prepare(row, effort.milliseconds);
    for (let round = 0; round < effort.rounds; round++) {
      const first = round % processes.length;
      const inTurn = [...processes.slice(first), ...processes.slice(0, first)];
      for (const contestant of inTurn) await contestant.sample();
    }
    return processes.map(({ samples }) => median(samples));
  } finally {
    for (const contestant of processes) contestant.stop();
  }
}

function toCells([ours = Number.NaN, ...others]: readonly number[]): string[] {
  const ratio = (microseconds: number) =>
    (microseconds / ours).toFixed(microseconds < ours ? 2 : 1);
  return [
    ours.toFixed(2),
    ...others.map((microseconds) => `${microseconds.toFixed(2)} (${ratio(microseconds)}×)`),
  ];
}

void main();
