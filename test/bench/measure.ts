import type { Scenario } from './scenario';
import { variantNames } from './variant';
import type { AdapterName, VariantName } from './variant';
import { VariantProcess } from './variant-process';

/** How much to measure. */
export interface Effort {
  readonly warmUpRounds: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly requests: number;
}

/** The measurements of one variant in one scenario, one entry a round. */
export interface Samples {
  readonly requestsPerSecond: number[];
  readonly microseconds: number[];
}

export type Measurements = ReadonlyMap<Scenario, Readonly<Record<VariantName, Samples>>>;

/** Measures all variants side by side: in each round each of them once, in changing order. */
export async function measure(
  adapter: AdapterName,
  scenarios: readonly Scenario[],
  effort: Effort,
): Promise<Measurements> {
  const processes: VariantProcess[] = [];
  try {
    for (const name of variantNames) processes.push(await VariantProcess.start(adapter, name));
    const measurements: Measurements = new Map(scenarios.map((it) => [it, noSamples()]));
    for (let round = -effort.warmUpRounds; round < effort.rounds; round++) {
      for (const [scenario, samples] of measurements) {
        for (const variant of rotate(processes, round)) {
          const requestsPerSecond = await variant.load(scenario, effort.seconds);
          const microseconds = await variant.inject(scenario, effort.requests);
          if (round < 0) continue;
          samples[variant.name].requestsPerSecond.push(requestsPerSecond);
          samples[variant.name].microseconds.push(microseconds);
        }
      }
    }
    return measurements;
  } finally {
    for (const variant of processes) variant.stop();
  }
}

function noSamples(): Record<VariantName, Samples> {
  const samples = (): Samples => ({ requestsPerSecond: [], microseconds: [] });
  return { bare: samples(), floor: samples(), 'hand-wired': samples(), ours: samples() };
}

function rotate<Item>(items: readonly Item[], by: number): Item[] {
  const start = Math.abs(by) % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
