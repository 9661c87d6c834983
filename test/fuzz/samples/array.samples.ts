import { sample, type Samples } from './sample';

const NO_ARRAYS = ['x', { length: 2 }, 2, null, undefined, new Set([1, 2]), new Uint8Array(2)];
const item = { id: 1 };
const idOf = (value: { id: unknown } | null) => value?.id;

export const arraySamples = {
  IsArray: [sample([], [[], [1], [[]], [undefined]], NO_ARRAYS)],
  IsObject: [
    sample(
      [],
      [{}, { a: 1 }, new Date(0), new Map(), new Uint8Array(1), Object.create(null)],
      [[], null, undefined, 'x', 1, true],
    ),
    sample([], [() => 1, Object('x')], [Symbol.iterator]),
  ],
  ArrayNotEmpty: [sample([], [[1], [undefined], [[]]], [[], ...NO_ARRAYS])],
  ArrayMinSize: [
    sample(
      [2],
      [
        [1, 2],
        [undefined, null],
        [1, 2, 3],
      ],
      [[], [1], ...NO_ARRAYS],
    ),
    sample([0], [[], [1]], ['', null]),
  ],
  ArrayMaxSize: [
    sample([1], [[], [1], [undefined]], [[1, 2], ...NO_ARRAYS]),
    sample([0], [[]], [[1], '']),
  ],
  ArrayContains: [
    sample(
      [['a', 'b']],
      [
        ['a', 'b'],
        ['b', 'c', 'a'],
      ],
      [['a'], [], ['A', 'b'], ...NO_ARRAYS],
    ),
    sample([[]], [[], [1]], ['x', null]),
    sample([[Number.NaN]], [], [[Number.NaN], [0]]),
  ],
  ArrayNotContains: [
    sample([['a', 1]], [[], ['b', '1']], [['a'], ['b', 1], ...NO_ARRAYS]),
    sample([[]], [[], [1]], [{}]),
  ],
  ArrayUnique: [
    sample(
      [],
      [[], [1], [1, '1', true], [0, null, undefined], [{}, {}], [[1], [1]]],
      [
        [1, 1],
        [0, -0],
        [Number.NaN, Number.NaN],
        [undefined, undefined],
        [item, item],
        ...NO_ARRAYS,
      ],
    ),
    sample(
      [idOf],
      [[{ id: 1 }, { id: 2 }], [], [item]],
      [[{ id: 1 }, { id: 1 }], [item, item], 'x'],
    ),
  ],
} satisfies Partial<Samples>;
