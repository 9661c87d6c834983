import type { FuzzEffort } from './fuzz';

/** `FUZZ_CASES=1000000` for more, `FUZZ_SEED=…` for others; a failure prints the seed it needs. */
export function effortOf(defaults: { readonly seed: number; readonly cases: number }): FuzzEffort {
  return {
    seed: fromEnvironment('FUZZ_SEED') ?? defaults.seed,
    cases: fromEnvironment('FUZZ_CASES') ?? defaults.cases,
    maxDifferences: fromEnvironment('FUZZ_DIFFERENCES') ?? 3,
  };
}

function fromEnvironment(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === '') return undefined;
  const number = Number(text);
  if (!Number.isInteger(number))
    throw new TypeError(`${name} must be a whole number, not "${text}".`);
  return number;
}
