/** Values on which two validators of the same rule must agree. */
export const PROBES: readonly unknown[] = [
  ...[undefined, null, true, false, 0, -0, 1, -1, 1.5, 42, 1e21, Number.NaN, Infinity],
  ...['', ' ', 'a', 'ab', 'A', '0', '1', '-1', 'true', 'a'.repeat(40), '\u{1F600}'],
  ...['someone@example.com', 'someone@', '2024-02-29', '2024-01-15T10:30:00Z', '10:30'],
  ...['123e4567-e89b-42d3-a456-426614174000', 'https://example.com', '127.0.0.1', 'admin'],
  ...[[], ['a'], ['a', 'a'], {}, { a: 1 }, new Date(0), new Date(Number.NaN)],
];
