import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from '../median';
import { adapterNames } from '../variant';
import { type Variant, variantNames, variants } from './variants';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    requests: { type: 'string', default: '500' },
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

function toTable(contestants: readonly Contestant[]): string {
  const ofProcesses = (wanted: Variant) =>
    contestants
      .filter(({ name }) => name === wanted)
      .map(({ samples }) => lowerQuartile(samples))
      .toSorted((a, b) => a - b);
  const rows = variantNames.map((name) => {
    const own = ofProcesses(name);
    const { base } = variants[name];
    const added = base && median(own) - median(ofProcesses(base));
    const spread = `${own[0]?.toFixed(1)} to ${own.at(-1)?.toFixed(1)}`;
    return `| ${name} | ${median(own).toFixed(1)} | ${spread} | ${added === undefined ? '' : `${added.toFixed(1)} to ${base}`} |`;
  });
  const head = '| variant | CPU µs a request | by process | added |\n|-|-:|-:|-:|';
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
