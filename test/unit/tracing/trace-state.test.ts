import { randomFillSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  createTraceSource,
  flagsOf,
  newTraceState,
  spanIdOf,
  traceIdOf,
} from '../../../lib/tracing/trace-state';

describe('a new trace', () => {
  it('has a trace id of 32 and a span id of 16 lowercase hex digits, and the random flag', () => {
    const state = newTraceState();
    expect(state).toMatch(/^[\da-f]{50}$/);
    expect(traceIdOf(state)).toHaveLength(32);
    expect(spanIdOf(state)).toHaveLength(16);
    expect(flagsOf(state)).toBe('02');
  });

  it('shares neither id with any of 100,000 others', () => {
    const states = Array.from({ length: 100_000 }, newTraceState);
    expect(new Set(states.map(traceIdOf)).size).toBe(100_000);
    expect(new Set(states.map(spanIdOf)).size).toBe(100_000);
  });

  it('uses every value of every byte', () => {
    const seen = new Set<string>();
    for (let draw = 0; draw < 20_000; draw++) {
      const state = newTraceState();
      for (let at = 0; at < 48; at += 2) seen.add(`${at}:${state.slice(at, at + 2)}`);
    }
    expect(seen.size).toBe(24 * 256);
  });

  it.each([
    ['trace id', 0, 16],
    ['span id', 16, 24],
  ])('is drawn again when chance makes the %s all zero', (_name, from, to) => {
    const draw = createTraceSource((pool) => {
      randomFillSync(pool).fill(0, from, to);
    });
    const state = draw();
    expect(traceIdOf(state)).not.toMatch(/^0+$/);
    expect(spanIdOf(state)).not.toMatch(/^0+$/);
  });
});
