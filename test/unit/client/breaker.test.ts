import { describe, expect, it } from 'vitest';
import { createCircuits, type Settle } from '../../../lib/client/call/breaker';
import type { BreakerOptions } from '../../../lib/client';

function circuit(options: BreakerOptions) {
  let now = 1_000;
  const states: string[] = [];
  const emit = (_type: string, event: () => unknown) => {
    states.push((event() as { state: string }).state);
  };
  const admit = createCircuits(options, () => now, emit);
  const pass = (ms: number) => void (now += ms);
  const begin = (origin = 'a') => {
    const settle = admit(origin);
    if (typeof settle === 'number') throw new Error(`Open for ${settle} ms`);
    return settle;
  };
  const waitMs = (origin = 'a') => {
    const settle = admit(origin);
    return typeof settle === 'number' ? settle : 0;
  };
  return { begin, waitMs, pass, states };
}

const fail = (settle: Settle) => settle(false);

describe('A circuit', () => {
  it('opens after failures in a row, which a success ends', () => {
    const { begin, states } = circuit({ failures: 3 });
    fail(begin());
    fail(begin());
    begin()(true);
    fail(begin());
    fail(begin());
    expect(states).toEqual([]);
    expect(fail(begin())).toBe(true);
    expect(states).toEqual(['open']);
  });

  it('opens by the share of failures in a window', () => {
    const { begin, states, pass } = circuit({
      failures: 100,
      sampling: { ratio: 0.5, windowMs: 1_000, minimum: 4 },
    });
    for (const isWorking of [false, true, false]) begin()(isWorking);
    pass(1_000);
    for (const isWorking of [false, true, true]) begin()(isWorking);
    expect(states).toEqual([]);
    fail(begin());
    expect(states).toEqual(['open']);
  });

  it('lets one probe through at a time, and the next one when the first is lost', () => {
    const { begin, waitMs, pass } = circuit({ failures: 1, openMs: 100, probeTimeoutMs: 50 });
    fail(begin());
    expect(waitMs()).toBe(100);
    pass(100);
    const lost = begin();
    expect(waitMs()).toBe(50);
    pass(50);
    begin();
    // The second one is on its way: a repeat would be refused.
    expect(lost(true)).toBe(true);
    expect(waitMs()).toBe(50);
  });

  it('stays open longer each time that a probe fails, and begins anew once closed', () => {
    const { begin, waitMs, pass } = circuit({ failures: 1, openMs: 100 });
    const opened: number[] = [];
    fail(begin());
    for (let probe = 0; probe < 5; probe++) {
      opened.push(waitMs());
      pass(waitMs());
      fail(begin());
    }
    expect(opened).toEqual([100, 200, 400, 800, 800]);
    pass(waitMs());
    begin()(true);
    fail(begin());
    expect(waitMs()).toBe(100);
  });

  it('ignores what was sent before it opened or closed', () => {
    const { begin, pass, states } = circuit({ failures: 1, openMs: 100 });
    const early = begin();
    const late = begin();
    fail(begin());
    early(true);
    pass(100);
    begin()(true);
    fail(late);
    expect(states).toEqual(['open', 'half-open', 'closed']);
  });

  it('closes by a probe that is answered with a 4xx, and not by one that is aborted', () => {
    const { begin, pass, states } = circuit({ failures: 1, openMs: 100 });
    fail(begin());
    pass(100);
    begin()(undefined);
    begin()(undefined, true);
    expect(states).toEqual(['open', 'half-open', 'half-open', 'closed']);
  });

  it('belongs to one origin', () => {
    const { begin, waitMs } = circuit({ failures: 1 });
    fail(begin('a'));
    expect(waitMs('b')).toBe(0);
  });
});
