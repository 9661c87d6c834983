import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { median } from '../median';
import { createVariants, type Get, type Variant, variantNames } from './variants';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    calls: { type: 'string', default: '2000' },
  },
});
const rounds = Number(values.rounds);
const calls = Number(values.calls);
const document = JSON.stringify({ id: 'evt-1', name: 'Expo', capacity: 500 });
const headers = { 'content-type': 'application/json' };

/** Calls one after the other; processor time, which other programs on the machine change least. */
async function microsecondsOf(get: Get, count: number): Promise<number> {
  const start = process.cpuUsage();
  for (let call = 0; call < count; call++) await get();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / count;
}

/** In each round each variant once, in changing order; the first rounds only warm up. */
async function measure(variants: Record<Variant, Get>, count: number): Promise<string> {
  const samples = new Map<Variant, number[]>(variantNames.map((name) => [name, []]));
  for (let round = -3; round < rounds; round++) {
    for (const name of round % 2 === 0 ? variantNames : variantNames.toReversed()) {
      const sample = await microsecondsOf(variants[name], count);
      if (round >= 0) samples.get(name)?.push(sample);
    }
  }
  const of = (name: Variant) => samples.get(name) ?? [];
  const rows = variantNames.map((name) => {
    // The median of the rounds' differences: what slowed a whole round down does not count.
    const added = median(of(name).map((sample, round) => sample - (of('fetch')[round] ?? 0)));
    return `| ${name} | ${median(of(name)).toFixed(1)} | ${added.toFixed(1)} |`;
  });
  return ['| | CPU µs a call | added to fetch |', '|-|-:|-:|', ...rows].join('\n');
}

async function main(): Promise<void> {
  console.log(`Node ${process.version}, medians of ${rounds} rounds`);
  const { fetch } = globalThis;
  globalThis.fetch = async () => new Response(document, { headers });
  const inProcess = await createVariants('https://api.example');
  console.log(`\n## An answer in process\n\n${await measure(inProcess, calls)}`);
  globalThis.fetch = fetch;

  const server = createServer((_request, response) => {
    response.writeHead(200, headers).end(document);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const throughNetwork = await createVariants(url);
  console.log(
    `\n## A server on loopback, whose time counts as well\n\n${await measure(throughNetwork, Math.ceil(calls / 10))}`,
  );
  server.closeAllConnections();
  server.close();
}

void main();
