import { cpus } from 'node:os';
import { type Figures, measure, toTable } from './rounds';
import { flood, sizes } from './sizes';
import type { SubjectName } from './subjects';

const isQuick = process.argv.includes('--quick');
const rounds = isQuick ? 1 : 7;
const operations = isQuick ? 200 : 100_000;

async function main(): Promise<void> {
  const processors = cpus();
  console.log(`Node ${process.version}, ${processors.length} × ${processors[0]?.model}`);
  console.log(
    `Processor time, medians of ${rounds} rounds of ${operations}, a process each. Clients come in no order.`,
  );
  // Throttler keeps every hit: more of them would show its log, not its guard.
  await show('The guard, one policy', operations / 5, [
    'guard, 1 policy',
    'guard of @nestjs/throttler, 1 policy',
  ]);
  await show('The guard, three policies', operations / 5, [
    'guard, 3 policies',
    'guard of @nestjs/throttler, 3 policies',
  ]);
  await show('The limiter alone, 100,000 keys', operations, [
    'memoryStore()',
    'express-rate-limit `MemoryStore`',
    'rate-limiter-flexible `RateLimiterMemory`',
    '@nestjs/throttler storage',
    'finding the key in a bare `Map`',
    'reading the clock',
  ]);
  await show('Algorithms, 100,000 keys', operations, [
    'memoryStore()',
    'sliding-window',
    'token-bucket',
    'calendar',
  ]);
  const names = ['1000 keys', '10000 keys', '100000 keys', '1000000 keys'] as const;
  const hits = await measure(names, operations, rounds);
  if (!isQuick) console.log(`\n## Sizes\n\n${sizes([...hits.values()])}\n\n${flood()}`);
}

async function show(title: string, count: number, names: readonly SubjectName[]): Promise<Figures> {
  const figures = await measure(names, count, rounds);
  console.log(`\n## ${title}\n\n${toTable(figures)}`);
  return figures;
}

void main();
