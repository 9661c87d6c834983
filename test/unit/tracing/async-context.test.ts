import { Logger } from '@nestjs/common';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AsyncContext } from '../../../lib/tracing/async-context';

const STATE = `${'a'.repeat(32)}${'b'.repeat(16)}02`;
afterEach(() => vi.restoreAllMocks());

function runs(context: AsyncContext, requests: number): boolean[] {
  return Array.from({ length: requests }, () => context.isWanted());
}

describe('an async context', () => {
  it('is kept from the first request on, and no more once nobody asked for so many', () => {
    expect(runs(new AsyncContext(3), 5)).toEqual([true, true, true, false, false]);
  });

  it('is kept for good once somebody has asked', () => {
    const context = new AsyncContext(3);
    expect(context.run(STATE, () => context.get())).toBe(STATE);
    expect(runs(context, 5)).not.toContain(false);
  });

  it('is kept for good for those who say so at start', () => {
    const context = new AsyncContext(0);
    context.ask();
    expect(runs(context, 3)).toEqual([true, true, true]);
  });

  it('comes back, with a warning, where somebody asks late', () => {
    const warn = vi.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
    const context = new AsyncContext(1);
    runs(context, 2);
    expect(context.get()).toBeUndefined();
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('asyncContext to true'));
    expect(context.isWanted()).toBe(true);
    expect(context.run(STATE, () => context.get())).toBe(STATE);
  });

  it('is not asked for by what the library itself looks up', () => {
    const context = new AsyncContext(1);
    expect(context.run(STATE, () => context.peek())).toBe(STATE);
    expect(runs(context, 2)).toEqual([true, false]);
  });
});
