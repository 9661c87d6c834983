import { EvenLength, evenNumber, objectIsLarge, plainText } from '../user-code';
import { sample, type Samples } from './sample';

/** Decorators whose rule is the application's own, or that of another class. */
export const composedSamples = {
  Validate: [
    sample([EvenLength, []], ['', 'ab', [], [1, 2]], ['a', [1], null, undefined, 5]),
    sample([EvenLength, ['x', 1]], ['ab'], ['a']),
  ],
  ValidateBy: [
    sample(
      [{ name: 'isEven', constraints: [2], validator: { validate: evenNumber } }],
      [0, 2, -4],
      [1, '2', null, undefined, Number.NaN],
    ),
    // Named like a built-in rule, which it is not.
    sample(
      [{ name: 'isString', validator: { validate: evenNumber, defaultMessage: plainText } }],
      [0, 2],
      ['x', '', null],
    ),
  ],
  ValidateIf: [sample([objectIsLarge], [undefined, null, 'x', 1], [])],
  ValidatePromise: [sample([], [undefined, null, 'x', 1, {}], [])],
  ValidateNested: [
    sample([], [undefined], ['x', '', 0, 1, true, null, 1n, Symbol.iterator, Object.create(null)]),
  ],
} satisfies Partial<Samples>;
