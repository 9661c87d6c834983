/**
 * A test that is true only where class-validator's own is: what it does not accept, the library
 * is asked about. It has no side effects and takes any value.
 */
export interface SureTest {
  accepts(value: unknown): boolean;
  /** The same test as an expression of generated code, where a call would cost more. */
  readonly source?: (value: string) => string;
}

/** Makes the test of a rule, or nothing where its constraints are unusual. */
export type SureTestFactory = (constraints: readonly unknown[]) => SureTest | undefined;
