/** Windows and counts are kept in 32 bits; a longer window would be a quota of the calendar. */
const MOST = 2 ** 31 - 1;

/** @throws TypeError naming the option, unless the value is an integer from `least` to 2^31 - 1 */
export function checkedInteger(where: string, value: unknown, least: 0 | 1): number {
  if (Number.isInteger(value) && (value as number) >= least && (value as number) <= MOST) {
    return value as number;
  }
  const kind = least === 0 ? 'an integer from 0' : 'a positive integer';
  throw new TypeError(`${where} must be ${kind}, at most ${MOST}, but it is ${display(value)}.`);
}

function display(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
