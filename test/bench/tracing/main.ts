import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from '../median';
import { adapterNames } from '../variant';
import { type Variant, variantNames, variants } from './variants';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    requests: { type: 'string', default: '2000' },
    adapter: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const requests = Number(values.requests);

async function ask(child: ChildProcess, message?: number): Promise<number> {
  if (message !== undefined) child.send(message);
  const [reply] = (await once(child, 'message')) as [number];
  return reply;
}

/** In each round each variant once, in changing order; the first rounds only warm up. */
async function measure(adapter: string): Promise<Map<Variant, number[]>> {
  const children = new Map<Variant, ChildProcess>();
  const samples = new Map<Variant, number[]>(variantNames.map((name) => [name, []]));
  try {
    for (const name of variantNames) {
      const env = { ...process.env, NODE_ENV: 'production' };
      children.set(name, fork(join(__dirname, 'server.js'), [adapter, name], { env }));
      await ask(children.get(name) as ChildProcess);
    }
    for (let round = -3; round < rounds; round++) {
      const order = round % 2 === 0 ? variantNames : variantNames.toReversed();
      for (const name of order) {
        const sample = await ask(children.get(name) as ChildProcess, requests);
        if (round >= 0) samples.get(name)?.push(sample);
      }
    }
  } finally {
    for (const child of children.values()) child.kill();
  }
  return samples;
}

function toTable(samples: Map<Variant, number[]>): string {
  const of = (name: Variant) => samples.get(name) ?? [];
  const rows = variantNames.map((name) => {
    const { base } = variants[name];
    // The median of the rounds' differences: what slowed a whole round down does not count.
    const added = base && median(of(name).map((sample, round) => sample - (of(base)[round] ?? 0)));
    return `| ${name} | ${median(of(name)).toFixed(1)} | ${added === undefined ? '' : `+${added.toFixed(1)} to ${base}`} |`;
  });
  return ['| variant | CPU µs a request | added |', '|-|-:|-:|', ...rows].join('\n');
}

async function main(): Promise<void> {
  console.log(`Node ${process.version}, medians of ${rounds} rounds of ${requests} requests`);
  for (const adapter of adapterNames.filter((name) => name === (values.adapter ?? name))) {
    console.log(`\n## ${adapter}\n\n${toTable(await measure(adapter))}`);
  }
}

void main();
