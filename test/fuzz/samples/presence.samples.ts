import { sample, type Samples } from './sample';

enum Status {
  Open = 'OPEN',
  Closed = 'CLOSED',
}

/** A number's names are values of the compiled object, too. */
enum Level {
  Low,
  High,
  Top = 9,
}

enum Mixed {
  Zero,
  Name = 'NAME',
}

const shared = { id: 1 };

export const presenceSamples = {
  Allow: [sample([], [undefined, null, 'x', {}, Number.NaN], [])],
  IsOptional: [sample([], [undefined, null, 0, '', false, {}], [])],
  IsDefined: [sample([], [0, '', false, Number.NaN, [], {}, 0n], [undefined, null])],
  IsNotEmpty: [
    sample([], [0, -0, false, ' ', '\u0000', Number.NaN, [], {}, 0n], [undefined, null, '']),
  ],
  IsEmpty: [sample([], [undefined, null, ''], [0, false, ' ', [], {}, Number.NaN])],
  IsNotEmptyObject: [
    sample(
      [undefined],
      [{ a: 1 }, { a: undefined }, { a: null }, Object.assign(new Date(0), { a: 1 })],
      [{}, Object.create({ inherited: 0 }), [1], 'x', null, undefined, 1, new Map([[1, 1]])],
    ),
    sample(
      [{ nullable: true }],
      [{ a: 1 }, { a: null }, { a: undefined }],
      [{}, [], null, undefined, 'x'],
    ),
    sample(
      [{ nullable: false }],
      [{ a: 1 }, { a: null, b: 0 }, { a: '' }],
      [{}, { a: null }, { a: undefined, b: null }, [], null],
    ),
  ],
  Equals: [
    sample([5], [5, 5.0], [6, '5', 5n, Number.NaN, null, [5]]),
    sample(['x'], ['x'], ['X', 'x ', '', undefined, ['x']]),
    sample([true], [true], [false, 1, 'true']),
    sample([0], [0, -0], ['', false, null, '0']),
    sample([null], [null], [undefined, 0, '']),
    sample([Number.NaN], [], [Number.NaN, 0, undefined]),
    sample([5n], [5n], [5, '5', 6n]),
  ],
  NotEquals: [
    sample(['x'], ['X', '', undefined, null], ['x']),
    sample([0], ['', false, null, '0'], [0, -0]),
    sample([Number.NaN], [Number.NaN, 0], []),
    sample([undefined], [null, 0, ''], [undefined]),
  ],
  IsIn: [
    sample([['a', 'b']], ['a', 'b'], ['c', 'A', '', null, undefined, ['a']]),
    sample([['a', 1, null]], ['a', 1, null], ['1', undefined, 'null', 0]),
    // `===`, not SameValueZero.
    sample([[Number.NaN, 0]], [0, -0], [Number.NaN, '0', false]),
    sample([[]], [], ['a', undefined, null]),
  ],
  IsNotIn: [
    sample([['a', 'b']], ['c', 'A', '', null, undefined], ['a', 'b']),
    sample([[Number.NaN, 0]], [Number.NaN, '0'], [0, -0]),
    sample([[]], ['a', undefined], []),
  ],
  IsEnum: [
    sample([Status], ['OPEN', 'CLOSED'], ['open', 'Open', '', null, undefined, 0, ['OPEN']]),
    sample([Level], [0, 1, 9, -0, 'Low', 'Top'], [2, '0', '9', 'low', Number.NaN, null]),
    sample([Mixed], [0, 'NAME'], ['Name', 1, '0']),
    sample([{}], [], ['toString', undefined, 'x']),
    sample([['x', 'y']], ['x', 'y'], ['0', 0, 'length']),
  ],
  IsInstance: [
    sample(
      [Date],
      [new Date(0), new Date(Number.NaN)],
      ['2024-01-01', 0, {}, null, undefined, Date],
    ),
    sample([Map], [new Map()], [new Set(), {}, new WeakMap()]),
    sample([Array], [[], [1]], [{ length: 0 }, 'x', new Uint8Array(1)]),
    sample([Object], [{}, [], new Date(0), shared], [Object.create(null), 'x', 1, null]),
    sample([undefined], [], [{}, undefined, null, new Date(0)]),
  ],
} satisfies Partial<Samples>;
