type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** What the guides ask of a client, numbered as in the list of their 26 points. */
export type Points<Numbers extends string> = Readonly<
  Record<Numbers, readonly [title: string, check: () => void | Promise<void>]>
>;

export type FirstHalf = `${Exclude<Digit, 0>}` | `1${0 | 1 | 2 | 3}`;
export type SecondHalf = `1${4 | 5 | 6 | 7 | 8 | 9}` | `2${0 | 1 | 2 | 3 | 4 | 5 | 6}`;

/** For `it.each`. */
export function listPoints(points: Points<never>) {
  return Object.entries<readonly [string, () => void | Promise<void>]>(points).map(
    ([point, [title, check]]) => ({ point, title, check }),
  );
}
