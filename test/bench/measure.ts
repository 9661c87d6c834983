import type { Scenario } from './scenario';
import { variantNames } from './variant';
import type { AdapterName, VariantName } from './variant';
import { VariantProcess } from './variant-process';
import type { Sample } from './variant-process';

/** How much to measure. */
export interface Effort {
  readonly warmUpRounds: number;
  readonly rounds: number;
  /** Of load over loopback, per variant and round. */
  readonly seconds: number;
  /** Requests without a socket, per variant and round. */
  readonly injected: number;
}

/** For each scenario and variant one sample a round. */
export type Measurements = ReadonlyMap<Scenario, Readonly<Record<VariantName, Sample[]>>>;

/** Measures all variants side by side: in each round each of them once, in changing order. */
export async function measure(
  adapter: AdapterName,
  scenarios: readonly Scenario[],
  effort: Effort,
): Promise<Measurements> {
  const processes: VariantProcess[] = [];
  try {
    for (const name of variantNames) processes.push(await VariantProcess.start(adapter, name));
    const measurements: Measurements = new Map(
      scenarios.map((scenario) => [
        scenario,
        { bare: [], 'errors alone': [], floor: [], 'hand-wired': [], ours: [] },
      ]),
    );
    for (let round = -effort.warmUpRounds; round < effort.rounds; round++) {
      for (const [scenario, samples] of measurements) {
        for (const variant of rotate(processes, round)) {
          const sample = await variant.measure(scenario, effort.seconds, effort.injected);
          if (round >= 0) samples[variant.name].push(sample);
        }
      }
    }
    return measurements;
  } finally {
    for (const variant of processes) variant.stop();
  }
}

function rotate<Item>(items: readonly Item[], by: number): Item[] {
  const start = Math.abs(by) % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
