import { expect } from 'vitest';
import type { Contestants } from './contestants';
import { effortOf } from './effort';
import { fuzz } from './fuzz';

/** Runs random cases until there are enough; fails with the smallest programs that differ. */
export async function expectNoDifference(
  contestants: Contestants,
  defaults: { readonly seed: number; readonly cases: number },
): Promise<void> {
  // A trace of each exception that the library's rules throw would be most of the work.
  Error.stackTraceLimit = 0;
  const { cases, outcomes, decorators, differences } = await fuzz(contestants, effortOf(defaults));
  expect(differences.join('\n\n---\n\n')).toBe('');
  if (cases < 10_000) return;
  // A generator that makes only refused payloads proves little.
  expect(outcomes.accepted / cases).toBeGreaterThan(0.2);
  expect(outcomes.refused / cases).toBeGreaterThan(0.2);
  expect(outcomes.threw / cases).toBeLessThan(0.1);
  expect(decorators.size).toBeGreaterThan(110);
}
