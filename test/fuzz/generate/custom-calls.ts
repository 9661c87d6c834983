import type { Call } from '../program/program';
import type { Random } from '../random';
import {
  EvenLength,
  evenLater,
  evenNumber,
  isSmall,
  lengthOf,
  MaybeLater,
  Nameless,
  noText,
  plainText,
  throwsOnText,
} from '../user-code';
import { validationOptions } from './validation-options';

/** Values that split the rules of the application in two. */
export const customCandidates: readonly unknown[] = [2, 4, 'ab', 'abc', [], [2], 1, 0, '', true];

const VALIDATORS = [evenNumber, lengthOf, evenLater, throwsOnText];
/** Three of them are names of the library's own rules. */
const NAMES = ['isEven', 'isString', 'min', 'isOptional', undefined, ''];
const TEXTS = [isSmall, noText, undefined];
const UNCOUNTED_TEXTS = [plainText, undefined];
const BUILT_IN = new Set<unknown>(['isString', 'min']);

/** A rule of the application, in one of the three ways to write it. */
export function customCall(random: Random, each: boolean): Call {
  const options = validationOptions(random, each);
  const constraints = random.pick([undefined, [], [2], ['x', { deep: [1] }]]);
  const rest = options === undefined ? [] : [options];
  const name = random.pick(NAMES);
  const decorator = random.pick(['Validate', 'ValidateBy', 'RegisterDecorator'] as const);
  const args = {
    Validate: [
      random.pick([EvenLength, Nameless, MaybeLater]),
      ...(constraints === undefined ? [] : [constraints]),
      ...rest,
    ],
    ValidateBy: [{ name, constraints, validator: validator(random, name) }, ...rest],
    RegisterDecorator: [
      {
        name,
        ...(constraints && { constraints }),
        ...(random.chance(0.2) && { async: true }),
        validator: BUILT_IN.has(name)
          ? validator(random, name)
          : random.pick([validator(random, name), EvenLength, MaybeLater]),
        ...(options && { options }),
      },
    ],
  };
  return { decorator, args: args[decorator] };
}

function validator(random: Random, name: unknown): object {
  const defaultMessage = random.pick<unknown>(BUILT_IN.has(name) ? UNCOUNTED_TEXTS : TEXTS);
  return {
    validate: random.pick(VALIDATORS),
    ...(defaultMessage !== undefined && { defaultMessage }),
  };
}
