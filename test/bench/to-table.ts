import { median } from './median';
import type { Measurements, Samples } from './measure';
import { variantNames } from './variant';
import type { VariantName } from './variant';

const references = ['bare', 'floor', 'hand-wired'] as const satisfies readonly VariantName[];

/** One adapter's measurements as Markdown tables: over loopback, and in process. */
export function toTables(measurements: Measurements): string {
  const loaded = toTable(measurements, 'requests/s | CPU µs', (of, reference) => {
    const rates = of.loaded.map(({ requestsPerSecond }) => requestsPerSecond);
    if (reference) {
      return ratio(
        rates,
        reference.loaded.map(({ requestsPerSecond }) => requestsPerSecond),
      );
    }
    const time = median(of.loaded.map(({ microseconds }) => microseconds));
    return `${Math.round(median(rates))} | ${time.toFixed(1)}`;
  });
  const inProcess = toTable(measurements, 'CPU µs', (of, reference) =>
    reference ? ratio(of.inProcess, reference.inProcess) : lowerQuartile(of.inProcess).toFixed(1),
  );
  return `Over loopback\n\n${loaded}\n\nIn process\n\n${inProcess}`;
}

/** A cell for the variant itself, and one for each reference. */
type ToCell = (of: Samples, reference?: Samples) => string;

function toTable(measurements: Measurements, heading: string, toCell: ToCell): string {
  const columns = [...heading.split(' | '), ...references.map((name) => `× ${name}`)];
  const lines = [
    `| route | variant | ${columns.join(' | ')} |`,
    `|-|-|${columns.map(() => '-:').join('|')}|`,
  ];
  for (const [scenario, samples] of measurements) {
    for (const name of variantNames) {
      const ratios = references.map((reference) => toCell(samples[name], samples[reference]));
      const cells = [scenario.name, name, toCell(samples[name]), ...ratios];
      lines.push(`| ${cells.join(' | ')} |`);
    }
  }
  return lines.join('\n');
}

/** The median of the rounds' ratios: what slowed a whole round down does not count. */
function ratio(samples: readonly number[], reference: readonly number[]): string {
  const ratios = samples.map((sample, round) => sample / (reference[round] ?? Number.NaN));
  return median(ratios).toFixed(2);
}

/** Other load on the machine only ever adds: the quarter of the rounds that it disturbed least. */
function lowerQuartile(samples: readonly number[]): number {
  return samples.toSorted((a, b) => a - b)[samples.length >> 2] ?? Number.NaN;
}
