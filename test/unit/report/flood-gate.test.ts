import { describe, expect, it } from 'vitest';
import { FloodGate } from '../../../lib/report/flood-gate';

describe('A flood gate', () => {
  it('admits a burst of a kind, holds back the rest, and says how many', () => {
    let nowMs = 0;
    const gate = new FloodGate({ limit: 2, windowMs: 100 }, () => nowMs);

    expect([gate.admit('a'), gate.admit('a'), gate.admit('a'), gate.admit('a')]).toEqual([
      0,
      0,
      undefined,
      undefined,
    ]);
    expect(gate.admit('b')).toBe(0);
    nowMs = 99;
    expect(gate.admit('a')).toBeUndefined();
    nowMs = 100;
    expect([gate.admit('a'), gate.admit('a'), gate.admit('a')]).toEqual([3, 0, undefined]);
  });

  it('opens again when the clock is set back', () => {
    let nowMs = 1_000;
    const gate = new FloodGate({ limit: 1, windowMs: 100 }, () => nowMs);

    gate.admit('a');
    expect(gate.admit('a')).toBeUndefined();
    nowMs = 0;
    expect(gate.admit('a')).toBe(1);
  });

  it('forgets the oldest of too many kinds', () => {
    const gate = new FloodGate({ limit: 1, windowMs: 100 }, () => 0);

    for (let kind = 0; kind <= 1_000; kind++) gate.admit(String(kind));

    expect(gate.admit('1000')).toBeUndefined();
    expect(gate.admit('0')).toBe(0);
  });
});
