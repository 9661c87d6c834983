import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTraceState, spanIdOf, traceIdOf } from '../../../lib/tracing/trace-state';
import { formatTraceparent, parseTraceparent } from '../../../lib/tracing/traceparent';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT_ID = '00f067aa0ba902b7';
const VALID = `00-${TRACE_ID}-${PARENT_ID}-01`;

/** By section of W3C Trace Context Level 2. */
describe('traceparent', () => {
  it.each([
    ['3.2.2', 'the example of the recommendation', VALID, 1],
    ['3.2.2.5.1', 'not sampled', `00-${TRACE_ID}-${PARENT_ID}-00`, 0],
    ['3.2.2.5.2', 'a random trace id', `00-${TRACE_ID}-${PARENT_ID}-02`, 2],
    ['3.2.2.5.3', 'unknown flags', `00-${TRACE_ID}-${PARENT_ID}-ff`, 0xff],
    ['3.2.4', 'a later version of the same length', `01-${TRACE_ID}-${PARENT_ID}-00`, 0],
    ['3.2.4', 'a later version with more fields', `cc-${TRACE_ID}-${PARENT_ID}-01-what.it=is`, 1],
    ['3.2.4', 'a later version with an empty field', `fe-${TRACE_ID}-${PARENT_ID}-01-`, 1],
    ['3.2.4', 'a later version of 8 KB', `01-${TRACE_ID}-${PARENT_ID}-01-${'x'.repeat(8192)}`, 1],
  ])('%s accepts %s', (_section, _what, header, flags) => {
    expect(parseTraceparent(header)).toEqual({ traceId: TRACE_ID, parentId: PARENT_ID, flags });
  });

  it.each([
    ['3.2.2', 'nothing', undefined],
    ['3.2.2', 'an empty header', ''],
    ['3.2.2', 'fields without dashes', VALID.replaceAll('-', '')],
    ['3.2.2', 'space around it', ` ${VALID}`],
    ['3.2.2.1', 'version ff', `ff-${TRACE_ID}-${PARENT_ID}-01`],
    ['3.2.2.1', 'a version of one digit', `0-${TRACE_ID}-${PARENT_ID}-01`],
    ['3.2.2.1', 'a version in upper case', `AA-${TRACE_ID}-${PARENT_ID}-01`],
    ['3.2.2.1', 'a version that is not hex', `.0-${TRACE_ID}-${PARENT_ID}-01`],
    ['3.2.2.2', 'version 00 with more fields', `${VALID}-extra`],
    ['3.2.2.2', 'version 00 with a trailing dash', `${VALID}-`],
    ['3.2.2.3', 'a trace id of zeros', `00-${'0'.repeat(32)}-${PARENT_ID}-01`],
    ['3.2.2.3', 'a trace id in upper case', `00-${TRACE_ID.toUpperCase()}-${PARENT_ID}-01`],
    ['3.2.2.3', 'a short trace id', `00-${TRACE_ID.slice(1)}-${PARENT_ID}-01`],
    ['3.2.2.3', 'a long trace id', `00-${TRACE_ID}0-${PARENT_ID}-01`],
    ['3.2.2.3', 'a trace id that is not hex', `00-${TRACE_ID.slice(1)}g-${PARENT_ID}-01`],
    ['3.2.2.3', 'digits of another script', `00-${TRACE_ID.slice(1)}٣-${PARENT_ID}-01`],
    ['3.2.2.4', 'a parent id of zeros', `00-${TRACE_ID}-${'0'.repeat(16)}-01`],
    ['3.2.2.4', 'a parent id in upper case', `00-${TRACE_ID}-${PARENT_ID.toUpperCase()}-01`],
    ['3.2.2.4', 'a short parent id', `00-${TRACE_ID}-${PARENT_ID.slice(1)}-01`],
    ['3.2.2.5', 'flags of one digit', `00-${TRACE_ID}-${PARENT_ID}-1`],
    ['3.2.2.5', 'flags in upper case', `00-${TRACE_ID}-${PARENT_ID}-0A`],
    ['3.2.2.5', 'flags that are not hex', `00-${TRACE_ID}-${PARENT_ID}-0x`],
    ['3.2.4', 'a later version that is too short', `01-${TRACE_ID}-${PARENT_ID}-0`],
    ['3.2.4', 'a later version with no dash after its flags', `01-${TRACE_ID}-${PARENT_ID}-01x`],
    ['4.1.2', 'two headers, as Node joins them', `${VALID}, ${VALID}`],
    ['4.1.2', 'two headers of a later version', `01-${VALID.slice(3)}-x, 01-${VALID.slice(3)}-y`],
    ['4.1.2', 'two headers in a list', [VALID, VALID]],
  ])('%s ignores %s', (_section, _what, header) => {
    expect(parseTraceparent(header)).toBeUndefined();
  });

  it('takes nothing but hex ids from whatever a header holds', () => {
    const hostile = fc.oneof(
      fc.anything({ maxDepth: 1 }),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .tuple(fc.nat(VALID.length), fc.nat(3), fc.string({ unit: 'binary', maxLength: 4 }))
        .map(([at, removed, added]) => VALID.slice(0, at) + added + VALID.slice(at + removed)),
    );
    fc.assert(
      fc.property(hostile, (header) => {
        const parsed = parseTraceparent(header);
        if (parsed === undefined) return;
        expect(parsed.traceId).toMatch(/^(?!0+$)[\da-f]{32}$/);
        expect(parsed.parentId).toMatch(/^(?!0+$)[\da-f]{16}$/);
        expect(parsed.flags).toBeLessThan(256);
      }),
      { numRuns: 1000, verbose: fc.VerbosityLevel.Verbose },
    );
  });

  it('reads what it has written', () => {
    const state = newTraceState();
    expect(parseTraceparent(formatTraceparent(state))).toEqual({
      traceId: traceIdOf(state),
      parentId: spanIdOf(state),
      flags: 2,
    });
  });
});
