/** Values on which two validators of the same rule must agree. */
export const PROBES: readonly unknown[] = [
  ...[undefined, null, true, false, 0, 1, -1, 1.5, Number.NaN],
  ...['', 'a', 'A', '1', 'admin', '2024-01-15'],
  ...[[], ['a'], {}, new Date(0)],
];
