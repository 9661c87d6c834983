import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTracestate } from '../../../lib/tracing/tracestate';

const members = (count: number) => Array.from({ length: count }, (_, index) => `k${index}=v`);
const longKey = `a${'b'.repeat(255)}`;

/** By section of W3C Trace Context Level 2. */
describe('tracestate', () => {
  it.each([
    ['3.3.2', 'one member', 'congo=t61rcWkgMzE', 'congo=t61rcWkgMzE'],
    ['3.3.2', 'two members, in their order', 'rojo=00f0,congo=t61r', 'rojo=00f0,congo=t61r'],
    ['3.3.2', 'white space around members', 'a=1 \t,\t b=2', 'a=1,b=2'],
    ['3.3.2', 'empty members', 'a=1,,b=2, ,', 'a=1,b=2'],
    ['3.3.2', 'headers that Node has joined (RFC 9110, section 5.3)', 'a=1, b=2', 'a=1,b=2'],
    ['3.3.2.1', '32 members', members(32).join(','), members(32).join(',')],
    ['3.3.2.2.1', 'every character of a key', '0a_-*/@z=1', '0a_-*/@z=1'],
    ['3.3.2.2.1', 'a key of 256 characters', `${longKey}=1`, `${longKey}=1`],
    ['3.3.2.2.2', 'a value of 256 characters', `a=${'v'.repeat(256)}`, `a=${'v'.repeat(256)}`],
    ['3.3.2.2.2', 'leading spaces, which belong to the value', 'a=  b c', 'a=  b c'],
    ['3.3.2.2.2', 'trailing spaces, which do not', 'a=b  ,c=d', 'a=b,c=d'],
    ['3.3.3', 'a key twice: the most recent stays', 'a=2,b=1,a=1', 'a=2,b=1'],
  ])('%s hands on %s', (_section, _what, header, handedOn) => {
    expect(parseTracestate(header)).toBe(handedOn);
  });

  it.each([
    ['3.3.2', 'nothing', undefined],
    ['3.3.2', 'an empty header', ''],
    ['3.3.2', 'a list that Node did not join', ['a=1']],
    ['3.3.2.1', '33 members', members(33).join(',')],
    ['3.3.2.2.1', 'a key in upper case', 'A=1'],
    ['3.3.2.2.1', 'a key that begins with another character', '_a=1'],
    ['3.3.2.2.1', 'a key of 257 characters', `${longKey}c=1`],
    ['3.3.2.2.1', 'no key', '=1'],
    ['3.3.2.2.2', 'no value', 'a='],
    ['3.3.2.2.2', 'a value of 257 characters', `a=${'v'.repeat(257)}`],
    ['3.3.2.2.2', 'an equals sign in a value', 'a=b=c'],
    ['3.3.2.2.2', 'a character beyond ASCII', 'a=ü'],
    ['3.3.2.2.2', 'a control character', 'a=b\u0001c'],
    ['4.1.2', 'one member that is not valid, and so all', 'a=1,b'],
  ])('%s discards %s', (_section, _what, header) => {
    expect(parseTracestate(header)).toBe('');
  });

  it.each([
    ['up to 512 characters as they are', [`a=${'v'.repeat(255)}`, `b=${'v'.repeat(252)}`], [0, 1]],
    [
      'without its long members first',
      [`a=${'v'.repeat(200)}`, ...members(80).slice(0, 30), `z=${'v'.repeat(250)}`],
      'long',
    ],
    [
      'without its last members then',
      Array.from({ length: 32 }, (_, i) => `k${i}=${'v'.repeat(20)}`),
      'last',
    ],
  ] as const)('3.3.3.1 is handed on %s', (_how, list, kept) => {
    const handedOn = parseTracestate(list.join(','));
    expect(handedOn.length).toBeLessThanOrEqual(512);
    const left = handedOn.split(',');
    if (kept === 'long')
      expect(left).toEqual(list.filter((member) => member.length <= 202).slice(0, left.length));
    else if (kept === 'last') expect(left).toEqual(list.slice(0, left.length));
    else expect(left).toEqual(kept.map((index) => list[index]));
    if (kept === 'last')
      expect(handedOn.length + 1 + (list[left.length]?.length ?? 0)).toBeGreaterThan(512);
  });

  it('is bounded and well-formed, whatever is sent', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2_000 }),
      fc
        .array(
          fc.tuple(fc.stringMatching(/^[a-z0-9]{1,40}$/), fc.stringMatching(/^[!-+.-;]{1,200}$/)),
          { maxLength: 40 },
        )
        .map((pairs) => pairs.map((pair) => pair.join('=')).join(' , ')),
      fc.constantFrom('a=1,'.repeat(1_000_000), `a=${' '.repeat(16_000)}\u0001`),
    );
    fc.assert(
      fc.property(hostile, (header) => {
        const handedOn = parseTracestate(header);
        expect(handedOn.length).toBeLessThanOrEqual(512);
        expect(handedOn).toMatch(/^(?:[a-z\d][ -~]*)?$/);
        expect(handedOn === '' ? 0 : handedOn.split(',').length).toBeLessThanOrEqual(32);
      }),
      { numRuns: 300, seed: 6, verbose: fc.VerbosityLevel.Verbose },
    );
  });
});
