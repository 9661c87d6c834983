import { median } from './median';
import type { Measurements } from './measure';
import { variantNames } from './variant';
import type { VariantName } from './variant';
import type { Sample } from './variant-process';

const references = ['bare', 'floor', 'hand-wired'] as const satisfies readonly VariantName[];

/** One adapter's measurements as a Markdown table. */
export function toTable(measurements: Measurements): string {
  const lines = [
    '| route | variant | requests/s | × bare | × floor | × hand-wired | CPU µs | CPU µs in process |',
    '|-|-|-:|-:|-:|-:|-:|-:|',
  ];
  for (const [scenario, samples] of measurements) {
    for (const name of variantNames) {
      const of = (figure: keyof Sample) => median(samples[name].map((sample) => sample[figure]));
      const cells = [
        scenario.name,
        name,
        Math.round(of('requestsPerSecond')),
        ...references.map((reference) => ratio(samples[name], samples[reference]).toFixed(2)),
        of('loadedMicroseconds').toFixed(1),
        of('injectedMicroseconds').toFixed(1),
      ];
      lines.push(`| ${cells.join(' | ')} |`);
    }
  }
  return lines.join('\n');
}

/** The median of the rounds' ratios: what slowed a whole round down does not count. */
function ratio(samples: readonly Sample[], reference: readonly Sample[]): number {
  return median(
    samples.map(
      ({ requestsPerSecond }, round) =>
        requestsPerSecond / (reference[round]?.requestsPerSecond ?? Number.NaN),
    ),
  );
}
