import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatFormat } from '../../../lib/formats/flat.format';
import { jsonText } from '../../../lib/formats/json-text';
import { nestedFormat } from '../../../lib/formats/nested.format';
import { isPlainFailure } from '../../../lib/formats/plain-failure';
import { problemFormat } from '../../../lib/formats/problem.format';
import type { ErrorRecord } from '../../../lib/record/error-record';
import { BUILT_IN_WORDING } from '../../../lib/validation/sentence';
import { mapperContext } from '../mappers/mapper-context';

const seed = 20_261_128;
const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('\ud800"\\\u2028'));

it('is written as JSON.stringify writes it', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(jsonText(value)).toBe(JSON.stringify(value));
    }),
    { seed, numRuns: 2_000 },
  );
});

describe.each([nestedFormat, flatFormat, problemFormat])('A plain failure as $name', (format) => {
  it('has the text of its body', () => {
    const context = fc.record({
      timestamp: fc.date({ noInvalidDate: true }),
      traceId: fc.option(text, { nil: undefined }),
      path: text,
      method: text,
      wording: fc.constant(BUILT_IN_WORDING.in(undefined)),
    });
    const record = fc
      .record({ code: text, message: text, status: fc.integer({ min: 400, max: 599 }) })
      .map(({ code, ...changes }) => mapperContext().record(code, changes));
    fc.assert(
      fc.property(record, context, (failure, given) => {
        expect(isPlainFailure(failure, given)).toBe(true);
        expect(format.writePlain(failure, given)).toBe(JSON.stringify(format.body(failure, given)));
      }),
      { seed, numRuns: 500 },
    );
  });
});

it.each([
  ['details', { details: {} }],
  ['fields', { fields: [] }],
  ['a message that is no text', { message: 5 as unknown as string }],
])('A failure with %s is not plain', (_what, changes) => {
  const record: ErrorRecord = mapperContext().record('RESOURCE_CONFLICT').with(changes);
  const context = {
    timestamp: new Date(0),
    traceId: undefined,
    path: '/',
    method: 'GET',
    wording: BUILT_IN_WORDING.in(undefined),
  };
  expect(isPlainFailure(record, context)).toBe(false);
  expect(isPlainFailure(record, { ...context, debug: { stack: '', causes: [] } })).toBe(false);
});
