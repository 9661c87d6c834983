import { sample, type Samples } from './sample';

/** Two code units of one character; half of one; a variation selector that counts as none. */
const PAIR = '😀';
const LONE = '\ud83d';
const SELECTOR = 'a\ufe0f';

const NO_STRINGS = [0, 1, null, undefined, true, ['x'], {}, Object('xx'), 12n];

export const stringSamples = {
  IsString: [
    sample(
      [],
      ['', 'x', PAIR, LONE, '\u0000', Object('boxed')],
      [0, null, undefined, ['x'], {}, true],
    ),
  ],
  Length: [
    sample(
      [2, 3],
      ['ab', 'abc', `${PAIR}a`, `${PAIR}${PAIR}${PAIR}`, `a${LONE}`, `${SELECTOR}b`],
      ['', 'a', 'abcd', PAIR, SELECTOR, LONE, `${PAIR}abc`, ...NO_STRINGS],
    ),
    sample([2, undefined], ['ab', 'x'.repeat(10_000)], ['a', '', PAIR, 12, ['a', 'b']]),
    sample([0, 0], [''], ['a', '\ufe0f', null, 0]),
    sample([0, 2], ['', 'ab', `${PAIR}${PAIR}`], ['abc', undefined]),
    sample([3, 1], [], ['', 'ab', 'abcd']),
  ],
  MinLength: [
    sample(
      [2],
      ['ab', `${PAIR}${PAIR}`, `${PAIR}a`],
      ['', 'a', PAIR, LONE, SELECTOR, ...NO_STRINGS],
    ),
    sample([0], ['', 'a', LONE], [null, 0, [], undefined]),
    sample([1], ['a', PAIR, LONE, ' ', '\ufe0f', '\ufe0e'], ['']),
  ],
  MaxLength: [
    sample(
      [2],
      ['', 'ab', `${PAIR}${PAIR}`, `${SELECTOR}b`],
      ['\ufe0f\ufe0f\ufe0f', 'abc', `${PAIR}ab`, `${LONE}ab`, ...NO_STRINGS],
    ),
    sample([0], [''], ['a', PAIR, '\ufe0f']),
  ],
  IsByteLength: [
    sample([2, 4], ['ab', 'ü', PAIR, '€'], ['a', '', 'abcde', `${PAIR}a`, 3, null, undefined]),
    sample([1, undefined], ['a', PAIR], ['', 1]),
  ],
  Contains: [
    sample(['b'], ['b', 'abc'], ['', 'B', 'ac', ['b'], null, undefined, 1]),
    // It counts what a split leaves.
    sample([''], ['xy'], ['', 'x', null, 0]),
  ],
  NotContains: [sample(['b'], ['', 'B', 'ac'], ['b', 'abc', ['x'], null, undefined, 1])],
  Matches: [
    sample([/^a{2}$/], ['aa'], ['a', 'aaa', 'aa\n', 'AA', '', null, undefined, ['aa'], 1]),
    sample(['^a$', 'i'], ['a', 'A'], ['b', 'a\n', '']),
    sample([/x/], ['x', 'axb'], ['', 'X', {}]),
    sample([/^\p{Lu}/u], ['Éa', 'A'], ['a', '1', '']),
  ],
  IsAlpha: [
    sample([undefined], ['a', 'Zz'], ['', 'a1', 'ä', 'a b', 1, null, undefined]),
    sample(['de-DE'], ['äÖß', 'a'], ['a1', 'é']),
  ],
  IsAlphanumeric: [
    sample([undefined], ['a1', '0'], ['', 'a-1', 'ä', 1, null]),
    sample(['de-DE'], ['ä1'], ['é', '-']),
  ],
  IsAscii: [sample([], ['a', '\u0000', '\u007f'], ['', 'é', '\u0080', PAIR, 1, null, undefined])],
  IsLowercase: [sample([], ['a', '', '1', 'ß'], ['A', 'aB', 'É', 1, null])],
  IsUppercase: [sample([], ['A', '', '1', 'É'], ['a', 'Ab', 1, null])],
  IsFullWidth: [sample([], ['ひ', 'ａ', 'aひ'], ['a', '', 'ｶ', 1, null])],
  IsHalfWidth: [sample([], ['a', 'ｶ', '1ひ'], ['ひ', '', 'ａ', 1, null])],
  IsVariableWidth: [sample([], ['aひ', '1ａ'], ['a', 'ひ', '', 1, null])],
  IsMultibyte: [sample([], ['ü', PAIR, 'aé'], ['a', '', '\u007f', 1, null])],
  IsSurrogatePair: [sample([], [PAIR, `a${PAIR}`], ['a', '', LONE, 'é', 1, null])],
  IsBooleanString: [
    sample([], ['true', 'false', '1', '0'], ['TRUE', 'yes', '', true, false, 1, 0, null]),
  ],
} satisfies Partial<Samples>;
