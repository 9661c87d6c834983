/**
 * A test that is true only where class-validator's own is: what it does not accept, the library
 * is asked about. It has no side effects and takes any value.
 */
export interface SureTest {
  readonly accepts: (value: unknown) => boolean;
  /** True only where class-validator's own test is false. */
  readonly refuses?: (value: unknown) => boolean;
  /** The same test as an expression of generated code, where a call would cost more. */
  readonly source?: (value: string) => string;
}

/** Adds to a test that is the library's own, but for objects that stand for primitive values. */
export function exact(test: SureTest): SureTest {
  return { ...test, refuses: (value) => !isObject(value) && !test.accepts(value) };
}

function isObject(value: unknown): boolean {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Makes the test of a rule, or nothing where its constraints are unusual. */
export type SureTestFactory = (constraints: readonly unknown[]) => SureTest | undefined;
