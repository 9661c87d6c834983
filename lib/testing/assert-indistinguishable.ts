import { AssertionError } from 'node:assert';
import { type ComparableAnswer, sizeOf, toFacts } from './answer-facts';

/** Ids in the details of two requests are seldom of one length; what a text tells is longer. */
const SIZE_TOLERANCE = 16;

/**
 * Fails unless a client can tell nothing from two answers: the one of a concealed failure and the
 * one of the failure it is shown as. Compared are status, headers, code, message, the names of all
 * members, and the size of the body within 16 characters; not what differs between any two requests
 * (time, trace ID, path, ids).
 * @throws AssertionError that lists every difference
 * @example
 * const concealed = await request(app).get(`/invoices/${idOfAnotherTenant}`);
 * const genuine = await request(app).get(`/invoices/${idOfNobody}`);
 * assertIndistinguishable(concealed, genuine);
 */
export function assertIndistinguishable(
  concealed: ComparableAnswer,
  genuine: ComparableAnswer,
): void {
  const shown = toFacts(concealed);
  const expected = toFacts(genuine);
  const names = [...new Set([...shown.keys(), ...expected.keys()])].toSorted();
  const differences = names
    .filter((name) => shown.get(name) !== expected.get(name))
    .map((name) => `${name}: ${describe(shown.get(name))}, but ${describe(expected.get(name))}`);
  const [size, expectedSize] = [sizeOf(concealed), sizeOf(genuine)];
  if (Math.abs(size - expectedSize) > SIZE_TOLERANCE) {
    differences.push(`size: ${size} characters, but ${expectedSize}`);
  }
  if (differences.length === 0) return;
  throw new AssertionError({
    message: `The concealed answer can be told from the genuine one:\n  ${differences.join('\n  ')}`,
    actual: Object.fromEntries(shown),
    expected: Object.fromEntries(expected),
    operator: 'assertIndistinguishable',
    stackStartFn: assertIndistinguishable,
  });
}

function describe(fact: string | undefined): string {
  return fact === undefined ? 'absent' : `"${fact}"`;
}
