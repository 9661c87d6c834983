import { never, hasValue, isSmall, noText, objectIsLarge } from '../user-code';
import type { Random } from '../random';

const MESSAGES: readonly unknown[] = [
  'must do',
  '$property: $value / $constraint1 / $constraint2 ($target)',
  '$& $$ $1',
  '',
  undefined,
  isSmall,
  noText,
];
const CONTEXTS: readonly unknown[] = [{ code: 'OWN_CODE' }, { a: 1, b: [2] }, {}, undefined];
const GROUPS: readonly unknown[] = [['a'], ['b'], ['a', 'b'], [], undefined];

/** The last argument of a decorator; mostly none at all. */
export function validationOptions(random: Random, each: boolean): object | undefined {
  const isPlain = random.chance(0.65);
  if (isPlain && !each) return undefined;
  const options: Record<string, unknown> = each ? { each: true } : {};
  if (isPlain) return options;
  if (random.chance(0.4)) options['message'] = random.pick(MESSAGES);
  if (random.chance(0.3)) options['context'] = random.pick(CONTEXTS);
  if (random.chance(0.2)) options['groups'] = random.pick(GROUPS);
  if (random.chance(0.12)) options['always'] = random.chance(0.7);
  if (random.chance(0.1)) options['validateIf'] = random.pick([objectIsLarge, hasValue, never]);
  if (random.chance(0.1)) options['each'] = random.chance(0.8);
  return options;
}
