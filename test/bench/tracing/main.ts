import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from '../median';
import { adapterNames } from '../variant';
import { type Variant, variantNames, variants } from './variants';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    requests: { type: 'string', default: '200' },
    processes: { type: 'string', default: '3' },
    adapter: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const requests = Number(values.requests);
const processes = Number(values.processes);
const WARM_UP_REQUESTS = 6_000;

interface Contestant {
  readonly name: Variant;
  readonly child: ChildProcess;
  /** CPU µs a request, one number a round. */
  readonly samples: number[];
}

async function ask(child: ChildProcess, message?: number): Promise<number> {
  if (message !== undefined) child.send(message);
  const [reply] = (await once(child, 'message')) as [number];
  return reply;
}

/** Several processes a variant, since two of the same differ, each once a round, in changing order. */
async function measure(adapter: string): Promise<readonly Contestant[]> {
  const env = { ...process.env, NODE_ENV: 'production' };
  const contestants: Contestant[] = [];
  try {
    for (const name of Array.from({ length: processes }, () => variantNames).flat()) {
      const child = fork(join(__dirname, 'server.js'), [adapter, name], { env });
      contestants.push({ name, child, samples: [] });
      await ask(child);
      await ask(child, WARM_UP_REQUESTS);
    }
    for (let round = 0; round < rounds; round++) {
      for (const { child, samples } of round % 2 === 0 ? contestants : contestants.toReversed()) {
        samples.push(await ask(child, requests));
      }
    }
  } finally {
    for (const { child } of contestants) child.kill();
  }
  return contestants;
}

/** Other load on the machine only ever adds: the quarter of the rounds that it disturbed least. */
function lowerQuartile(samples: readonly number[]): number {
  return samples.toSorted((a, b) => a - b)[samples.length >> 2] ?? Number.NaN;
}

/** What a process takes more than one of its base: paired by round, so that drift cancels out. */
function addedBy(own: Contestant, base: Contestant): number {
  return median(own.samples.map((sample, round) => sample - (base.samples[round] ?? Number.NaN)));
}

function toTable(contestants: readonly Contestant[]): string {
  const processesOf = (wanted: Variant) => contestants.filter(({ name }) => name === wanted);
  const rows = variantNames.map((name) => {
    const own = processesOf(name);
    const { base } = variants[name];
    const time = median(own.map(({ samples }) => lowerQuartile(samples))).toFixed(1);
    if (base === undefined) return `| ${name} | ${time} | | |`;
    const added = own
      .flatMap((process) => processesOf(base).map((other) => addedBy(process, other)))
      .toSorted((a, b) => a - b);
    const spread = `${added[0]?.toFixed(1)} to ${added.at(-1)?.toFixed(1)}`;
    return `| ${name} | ${time} | ${median(added).toFixed(1)} to ${base} | ${spread} |`;
  });
  const head = '| variant | CPU µs a request | added | by process |\n|-|-:|-:|-:|';
  return [head, ...rows].join('\n');
}

async function main(): Promise<void> {
  console.log(
    `Node ${process.version}, ${processes} processes each, ${rounds} rounds of ${requests} requests`,
  );
  for (const adapter of adapterNames.filter((name) => name === (values.adapter ?? name))) {
    console.log(`\n## ${adapter}\n\n${toTable(await measure(adapter))}`);
  }
}

void main();
