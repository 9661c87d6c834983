import { median } from './median';
import type { Measurements, Samples } from './measure';
import { variantNames } from './variant';
import type { VariantName } from './variant';

const references = ['bare', 'floor', 'hand-wired'] as const satisfies readonly VariantName[];

/** One adapter's measurements as a Markdown table. */
export function toTable(measurements: Measurements): string {
  const lines = [
    '| route | variant | requests/s | × bare | × floor | × hand-wired | in process, µs |',
    '|-|-|-:|-:|-:|-:|-:|',
  ];
  for (const [scenario, samples] of measurements) {
    for (const name of variantNames) {
      const ratios = references.map((it) => ratio(samples[name], samples[it]).toFixed(2));
      const perSecond = Math.round(median(samples[name].requestsPerSecond));
      const microseconds = median(samples[name].microseconds).toFixed(1);
      const cells = [scenario.name, name, perSecond, ...ratios, microseconds];
      lines.push(`| ${cells.join(' | ')} |`);
    }
  }
  return lines.join('\n');
}

/** The median of the rounds' ratios: what slowed a whole round down does not count. */
function ratio(samples: Samples, reference: Samples): number {
  return median(
    samples.requestsPerSecond.map((it, round) => it / (reference.requestsPerSecond[round] ?? 0)),
  );
}
