import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoTimestamp } from '../../../lib/formats/iso-timestamp';

it('is what toISOString() gives, in whatever order the times come', () => {
  const near = fc.integer({ min: -5_000, max: 5_000 }).map((ms) => new Date(ms));
  const any = fc.date({ noInvalidDate: true });
  fc.assert(
    fc.property(fc.array(fc.oneof(near, any)), (dates) => {
      expect(dates.map(isoTimestamp)).toEqual(dates.map((date) => date.toISOString()));
    }),
    { seed: 20_261_122 },
  );
});
