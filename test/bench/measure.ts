import type { Scenario } from './scenario';
import { variantNames } from './variant';
import type { AdapterName, VariantName } from './variant';
import { VariantProcess } from './variant-process';
import type { LoadSample } from './variant-process';

/** How much to measure. */
export interface Effort {
  readonly warmUpRounds: number;
  readonly rounds: number;
  /** Of load over loopback, per variant and round. */
  readonly seconds: number;
  readonly inProcess: { readonly rounds: number; readonly requests: number };
}

/** What one variant came to: one sample a round. */
export interface Samples {
  readonly loaded: LoadSample[];
  /** Microseconds. */
  readonly inProcess: number[];
}

export type Measurements = ReadonlyMap<Scenario, Readonly<Record<VariantName, Samples>>>;

/** Measures all variants side by side: in each round each of them once, in changing order. */
export async function measure(
  adapter: AdapterName,
  scenarios: readonly Scenario[],
  { warmUpRounds, rounds, seconds, inProcess }: Effort,
): Promise<Measurements> {
  const processes: VariantProcess[] = [];
  try {
    for (const name of variantNames) processes.push(await VariantProcess.start(adapter, name));
    const measurements = new Map(scenarios.map((scenario) => [scenario, noSamples()]));
    for (const [scenario, samples] of measurements) {
      for (let round = -warmUpRounds; round < rounds; round++) {
        for (const variant of rotate(processes, round)) {
          const sample = await variant.load(scenario, seconds);
          if (round >= 0) samples[variant.name].loaded.push(sample);
        }
      }
      // Short ones: the machine's other load comes and goes within seconds, and so hits all alike.
      for (let round = 0; round < inProcess.rounds; round++) {
        for (const variant of rotate(processes, round)) {
          samples[variant.name].inProcess.push(
            await variant.inProcess(scenario, inProcess.requests),
          );
        }
      }
    }
    return measurements;
  } finally {
    for (const variant of processes) variant.stop();
  }
}

function noSamples(): Record<VariantName, Samples> {
  const entries = variantNames.map((name) => [name, { loaded: [], inProcess: [] }]);
  return Object.fromEntries(entries) as Record<VariantName, Samples>;
}

function rotate<Item>(items: readonly Item[], by: number): Item[] {
  const start = Math.abs(by) % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
