import type { AlgorithmName } from '../../rate-limit-store';
import { CALENDAR } from './calendar';
import { CONCURRENCY } from './concurrency';
import { FIXED_WINDOW } from './fixed-window';
import type { Formulas } from './formulas';
import { SLIDING_WINDOW } from './sliding-window';
import { TOKEN_BUCKET } from './token-bucket';

export const FORMULAS: { readonly [Name in AlgorithmName]: Formulas } = {
  'fixed-window': FIXED_WINDOW,
  'sliding-window': SLIDING_WINDOW,
  'token-bucket': TOKEN_BUCKET,
  calendar: CALENDAR,
  concurrency: CONCURRENCY,
};

/** How a hit names its algorithm. */
export const ALGORITHM_CODES = Object.fromEntries(
  Object.keys(FORMULAS).map((name, index) => [name, index]),
) as Readonly<Record<AlgorithmName, number>>;

/** The formula of whichever algorithm the hit has, in place: a function is made anew for each call. */
export function formulaOfHit(formula: keyof Formulas): string {
  const branches = Object.values(FORMULAS).map(
    (formulas, code) => `if hit.algorithm == ${code} then ${formulas[formula]}`,
  );
  return `${branches.join(' else')} end`;
}
