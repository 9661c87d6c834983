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
  const args = {
    Type: [random.pick([toText, toNumber, toFlag, toDate, toNothing])],
    Expose: given(random.pick(EXPOSE)),
    Exclude: given(random.pick(ONE_WAY)),
    Transform: [random.pick([trimmed, listed, dropped]), ...given(random.pick(ONE_WAY))],
  };
  return [{ decorator, args: args[decorator] }];
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
