import type { Contestants } from './contestants';
import { type FuzzCase, runAlone } from './fuzz-case';
import { showProgram } from './program/show-program';
import { show } from './show';
import { shrink } from './shrink';

interface Found {
  readonly seed: number;
  readonly fuzzCase: FuzzCase;
  readonly difference: string;
}

/** The smallest case that still differs, as source; the seed repeats the one that was found. */
export async function reportDifference(contestants: Contestants, found: Found): Promise<string> {
  const isAlone = (await runAlone(contestants, found.fuzzCase)) !== undefined;
  const smallest = isAlone ? await shrink(contestants, found.fuzzCase) : found.fuzzCase;
  const difference = (isAlone && (await runAlone(contestants, smallest))) || found.difference;
  return [
    `${difference}\n`,
    showProgram(smallest.program),
    `\noptions: ${show(smallest.options)}`,
    `payload: ${show(smallest.payload)}`,
    smallest.isLate ? 'after the late decorators' : '',
    isAlone ? '' : 'Only after the cases before it.',
    `FUZZ_SEED=${found.seed} FUZZ_CASES=1 npx vitest run --project fuzz`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
