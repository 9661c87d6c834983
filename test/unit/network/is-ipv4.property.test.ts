import { isIPv4 as isIPv4OfNode } from 'node:net';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIPv4 } from '../../../lib/network/is-ipv4';

const part = fc.oneof(
  fc.nat({ max: 300 }).map(String),
  fc.constantFrom('', '0', '00', '01', '255', '256', '2555', '-1', '+1', ' 1', 'a', '１', '1e1'),
);
const almost = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('.'));

describe('isIPv4', () => {
  it('says what Node says, of addresses and of what is almost one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), almost, fc.string({ maxLength: 20 })), (text) => {
        expect(isIPv4(text)).toBe(isIPv4OfNode(text));
      }),
      { seed: 20_261_129, numRuns: 5_000 },
    );
  });
});
