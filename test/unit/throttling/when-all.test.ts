import { describe, expect, it } from 'vitest';
import { whenAll } from '../../../lib/throttling/when-all';

const fail = () => {
  throw new Error('no');
};

describe('whenAll', () => {
  it('answers at once where every step does', () => {
    expect(whenAll([() => 1, () => 'a'], ([number, text]) => `${number}${text}`)).toBe('1a');
  });

  it('answers later where one step does', async () => {
    const answer = whenAll([() => 1, () => Promise.resolve(2)], ([a, b]) => a + b);
    expect(answer).toBeInstanceOf(Promise);
    await expect(answer).resolves.toBe(3);
  });

  it('leaves no rejection unhandled where a later step throws', async () => {
    const steps = [() => Promise.reject(new Error('first')), fail] as const;
    await expect(whenAll(steps, () => 0)).rejects.toThrow('first');
  });

  it('rejects where a step throws', async () => {
    await expect(whenAll([() => 1, fail], () => 0)).rejects.toThrow('no');
  });
});
