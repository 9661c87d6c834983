import type { Contestants } from './contestants';
import { compare, type FuzzCase, startPipes } from './fuzz-case';
import { PayloadSource } from './generate/payload';
import { pipeOptions } from './generate/pipe-options';
import { generateProgram } from './generate/program';
import type { Outcome } from './outcome';
import { buildClasses, decorateLate } from './program/build-classes';
import { forgetClasses } from './program/forget-classes';
import { type Program, rootOf } from './program/program';
import { Random } from './random';
import { reportDifference } from './report';

const OPTIONS_PER_PROGRAM = 3;
const PAYLOADS_PER_OPTIONS = 12;

export interface FuzzRun {
  readonly cases: number;
  readonly outcomes: Readonly<Record<Outcome['result'], number>>;
  /** Decorators that the programs used. */
  readonly decorators: ReadonlySet<string>;
  /** Reports, each a program to copy. */
  readonly differences: readonly string[];
}

export interface FuzzEffort {
  readonly seed: number;
  readonly cases: number;
  /** It stops after so many. */
  readonly maxDifferences: number;
}

/** Runs random cases until there are enough, or too many differences. */
export async function fuzz(contestants: Contestants, effort: FuzzEffort): Promise<FuzzRun> {
  const outcomes = { accepted: 0, refused: 0, threw: 0 };
  const decorators = new Set<string>();
  const differences: string[] = [];
  let cases = 0;
  for (let seed = effort.seed; cases < effort.cases; seed++) {
    const random = new Random(seed);
    const program = generateProgram(random);
    for (const name of decoratorsOf(program)) decorators.add(name);
    for await (const { fuzzCase, expected, difference } of runProgram(
      contestants,
      program,
      random,
    )) {
      cases++;
      outcomes[expected.result]++;
      if (difference === undefined) continue;
      differences.push(await reportDifference(contestants, { seed, fuzzCase, difference }));
      if (differences.length >= effort.maxDifferences)
        return { cases, outcomes, decorators, differences };
      break;
    }
  }
  return { cases, outcomes, decorators, differences };
}

async function* runProgram(contestants: Contestants, program: Program, random: Random) {
  const classes = buildClasses(program);
  try {
    const source = new PayloadSource(program, classes, random);
    const all = Array.from({ length: OPTIONS_PER_PROGRAM }, () => pipeOptions(random));
    const started = all.map((options) => ({ options, pipes: startPipes(contestants, options) }));
    for (const isLate of program.late.length > 0 ? [false, true] : [false]) {
      if (isLate) decorateLate(program, classes);
      for (const { options, pipes } of started) {
        for (let index = 0; index < PAYLOADS_PER_OPTIONS; index++) {
          const payload = source.next(rootOf(program).name);
          const fuzzCase: FuzzCase = { program, options, payload, isLate };
          const use = index === 0 ? 'first' : 'later';
          yield { fuzzCase, ...(await compare(pipes, classes, { ...fuzzCase, use })) };
        }
      }
    }
  } finally {
    forgetClasses(classes);
  }
}

function decoratorsOf({ classes }: Program): string[] {
  return classes.flatMap(({ properties }) =>
    properties.flatMap(({ calls }) => calls.map(({ decorator }) => decorator)),
  );
}
