import type { Call } from '../program/program';
import type { Random } from '../random';
import { dropped, listed, trimmed } from '../user-code';

const EXPOSE = [
  undefined,
  { name: 'other' },
  { name: 'extra' },
  { groups: ['a'] },
  { since: 1, until: 2 },
  { toClassOnly: true },
  { toPlainOnly: true },
];
const ONE_WAY = [undefined, { toClassOnly: true }, { toPlainOnly: true }, { groups: ['a'] }];

/** Decorators of class-transformer on a property of values: few, as in most applications. */
export function transformerCalls(random: Random): Call[] {
  if (!random.chance(0.15)) return [];
  const decorator = random.pick(['Type', 'Expose', 'Exclude', 'Transform'] as const);
  switch (decorator) {
    case 'Type':
      return [{ decorator, args: [random.pick([toText, toNumber, toFlag, toDate, toNothing])] }];
    case 'Expose':
      return [{ decorator, args: given(random.pick(EXPOSE)) }];
    case 'Exclude':
      return [{ decorator, args: given(random.pick(ONE_WAY)) }];
    case 'Transform':
      return [{ decorator, args: [random.pick([trimmed, listed, dropped]), ...given(random.pick(ONE_WAY))] }];
  }
}

/** Decorators of class-transformer on a class. */
export function classCalls(random: Random): Call[] {
  if (!random.chance(0.05)) return [];
  return [{ decorator: random.pick(['Exclude', 'Expose']), args: [] }];
}

const given = (options: object | undefined) => (options === undefined ? [] : [options]);

const toText = () => String;
const toNumber = () => Number;
const toFlag = () => Boolean;
const toDate = () => Date;
const toNothing = () => undefined;
