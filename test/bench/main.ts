import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measure } from './measure';
import type { Effort } from './measure';
import { scenarios } from './scenario';
import { toTables } from './to-table';
import { adapterNames } from './variant';

const usage = `npm run bench -- [--quick] [--rounds 9] [--adapter express|fastify] [--route "POST valid"]`;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '9' },
    adapter: { type: 'string' },
    route: { type: 'string' },
  },
});

const effort: Effort = values.quick
  ? { warmUpRounds: 0, rounds: 1, seconds: 1, inProcess: { rounds: 1, requests: 20 } }
  : {
      warmUpRounds: 1,
      rounds: Number(values.rounds),
      seconds: 1,
      inProcess: { rounds: Number(values.rounds) * 10, requests: 200 },
    };
const adapters = adapterNames.filter((it) => it === (values.adapter ?? it));
const routes = scenarios.filter((it) => it.name === (values.route ?? it.name));

async function main(): Promise<void> {
  if (adapters.length === 0 || routes.length === 0 || !(effort.rounds > 0)) throw new Error(usage);
  const processors = cpus();
  console.log(`Node ${process.version}, ${processors.length} × ${processors[0]?.model}`);
  console.log(`Medians of ${effort.rounds} rounds over loopback, of ratios within a round.`);
  console.log(
    `In process: the lower quartile of ${effort.inProcess.rounds} rounds, without a socket;`,
  );
  console.log('ratios as above. CPU: processor time of the server per request.');
  for (const adapter of adapters) {
    console.log(`\n## ${adapter}\n\n${toTables(await measure(adapter, routes, effort))}`);
  }
}

void main();
