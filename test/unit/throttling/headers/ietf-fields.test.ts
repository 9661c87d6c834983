import { describe, expect, it } from 'vitest';
import { IETF_SERIALISERS } from '../../../../lib/throttling/headers/ietf-headers';
import { ratePolicy, type RatePolicyInit } from '../../../../lib/throttling/rate-policy';
import type { PolicyState } from '../../../../lib/throttling/stores/rate-limit-store';

function state(init: Partial<RatePolicyInit>, changes: Partial<PolicyState> = {}): PolicyState {
  const policy = ratePolicy({ id: 'a', name: 'a', limit: 10, windowMs: 60_000, ...init });
  return { policy, remaining: 4, resetAtMs: 30_001, retryAtMs: undefined, ...changes };
}

const minute = state({ name: 'minute' });
const hour = state({ name: 'hour', windowMs: 3_600_000 });
const inFlight = state({ name: 'in flight', algorithm: 'concurrency', limit: 3 });
const refusing = state({ name: 'burst', limit: 2, windowMs: 1_500 }, { retryAtMs: 2_001 });

describe('draft-ietf-httpapi-ratelimit-headers-07', () => {
  const fields = (...states: PolicyState[]) => IETF_SERIALISERS['draft-7'](states, 1);

  it('tells every quota with its window, and the most pressing limit (3.1, 3.5)', () => {
    expect(fields(refusing, hour)).toEqual({
      policy: '2;w=2, 10;w=3600',
      limit: 'limit=2, remaining=4, reset=2',
    });
  });

  it('never tells one quota twice: the more pressing policy has it (3.5)', () => {
    expect(fields(minute, hour).policy).toBe('10;w=60');
    expect(fields(hour, minute).policy).toBe('10;w=3600');
  });

  it('tells no policy without a window, which it requires (2.1)', () => {
    expect(fields(inFlight, minute).policy).toBe('10;w=60');
    expect(fields(inFlight)).toEqual({
      policy: undefined,
      limit: 'limit=3, remaining=4, reset=30',
    });
  });
});

describe('draft-ietf-httpapi-ratelimit-headers-10', () => {
  const fields = (...states: PolicyState[]) => IETF_SERIALISERS['draft-10'](states, 1);

  it('tells every policy by its name (3.1) and where each stands (4.1)', () => {
    expect(fields(refusing, minute, hour)).toEqual({
      policy: '"burst";q=2;w=2, "minute";q=10;w=60, "hour";q=10;w=3600',
      limit: '"burst";r=4;t=2, "minute";r=4;t=30, "hour";r=4;t=30',
    });
  });

  it('counts requests in flight in their own unit, without a window (3.1.2)', () => {
    expect(fields(inFlight).policy).toBe('"in flight";q=3;qu="concurrent-requests"');
  });

  it('writes names as strings of RFC 9651, whatever they hold', () => {
    expect(fields(state({ name: String.raw`a "b" \ c` })).policy).toContain(
      String.raw`"a \"b\" \\ c";q=10`,
    );
    expect(fields(state({ name: 'täglich\n\uD800' })).limit).toContain(
      '"t%C3%A4glich%0A%EF%BF%BD";r=4',
    );
  });
});
