import { cpus } from 'node:os';
import { guards } from './guards';
import { limiters, ours } from './limiters';
import { measure, toTable } from './rounds';
import { flood, sizes } from './sizes';

const isQuick = process.argv.includes('--quick');
const rounds = isQuick ? 1 : 7;
const operations = isQuick ? 200 : 100_000;
const CLIENTS = 100_000;

async function main(): Promise<void> {
  const processors = cpus();
  console.log(`Node ${process.version}, ${processors.length} × ${processors[0]?.model}`);
  console.log(`Processor time, medians of ${rounds} rounds of ${operations} in one process.`);
  for (const policies of [1, 3]) {
    // Throttler keeps every hit: more of them would show its log, not its guard.
    const figures = await measure(await guards(policies), operations / 5, rounds);
    console.log(`\n## The guard, ${policies} policies\n\n${toTable(figures, 'ours')}`);
  }
  const alone = await measure(limiters(CLIENTS), operations, rounds);
  console.log(`\n## The limiter alone, ${CLIENTS} keys\n\n${toTable(alone, 'ours')}`);
  const algorithms = {
    'fixed-window': ours(CLIENTS),
    'sliding-window': ours(CLIENTS, { algorithm: 'sliding-window' }),
    'token-bucket': ours(CLIENTS, { algorithm: 'token-bucket' }),
    calendar: ours(CLIENTS, { algorithm: 'calendar', calendar: { per: 'day', timeZone: 'UTC' } }),
  };
  const figures = await measure(algorithms, operations, rounds);
  console.log(`\n## Algorithms, ${CLIENTS} keys\n\n${toTable(figures, 'fixed-window')}`);
  if (!isQuick) console.log(`\n## Sizes\n\n${await sizes(operations, rounds)}\n\n${flood()}`);
  // The storages of others hold timers.
  process.exit(0);
}

void main();
