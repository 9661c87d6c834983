import { median } from '../median';
import { type SubjectName, subjects } from './subjects';

/** Measures one subject whenever it is asked to, in nanoseconds of processor time. */
async function main(): Promise<void> {
  const subject = await subjects[process.argv[2] as SubjectName]();
  process.on('message', (operations: number) => {
    void (async () => {
      // Parts of a round, so that a collection of garbage or a neighbour shows in few of them.
      const samples: number[] = [];
      for (let part = 0; part < PARTS; part++) {
        const started = process.cpuUsage();
        await subject(operations / PARTS);
        const { user, system } = process.cpuUsage(started);
        samples.push(((user + system) * 1_000 * PARTS) / operations);
      }
      process.send?.(median(samples));
    })();
  });
  process.send?.('ready');
}

const PARTS = 5;

void main();
