import { median } from '../median';

/** Something to measure: does so many operations. */
export type Subject = (operations: number) => void | Promise<void>;

/** What one subject came to: the median of its rounds, in nanoseconds of processor time. */
export type Figures<Name extends string> = Readonly<Record<Name, number>>;

/** All subjects in turn, round by round, so that a busy machine slows all alike. */
export async function measure<Name extends string>(
  subjects: Readonly<Record<Name, Subject>>,
  operations: number,
  rounds: number,
): Promise<Figures<Name>> {
  const names = Object.keys(subjects) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]]));
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const started = process.cpuUsage();
      await subjects[name](operations);
      const { user, system } = process.cpuUsage(started);
      // The first round only makes the code hot.
      if (round >= 0) samples[name]?.push(((user + system) * 1_000) / operations);
    }
  }
  return Object.fromEntries(
    names.map((name) => [name, median(samples[name] ?? [])]),
  ) as Figures<Name>;
}

/** A row a subject, with its cost and how many times the first one's that is. */
export function toTable<Name extends string>(figures: Figures<Name>, first: Name): string {
  const rows = (Object.entries(figures) as [Name, number][]).map(([name, nanoseconds]) => {
    const ratio = (nanoseconds / figures[first]).toFixed(1);
    return `| ${name} | ${Math.round(nanoseconds)} | ${ratio} |`;
  });
  return ['| | ns of CPU | × ours |', '|-|-:|-:|', ...rows].join('\n');
}
