import { createHook } from 'node:async_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../lib/throttling/stores/memory-store';
import { consume, hit, policy } from './hit';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What the first collection finds of array buffers, the second one frees. */
function usedBytes(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const KEYS = 50_000;
const strict = policy('strict', { limit: 1, windowMs: 60_000, blockMs: 60_000 });

describe('The memory of the store', () => {
  it.each([
    ['addresses', (client: number) => `10.20.${client >> 8}.${client & 255}`],
    ['hashes of 44 characters', (client: number) => `#${String(client).padStart(43, 'x')}`],
  ])('takes at most 150 bytes a key for %s, all of them blocked', (_, keyOf) => {
    const before = usedBytes();
    const store = memoryStore();
    for (let client = 0; client < KEYS; client++) {
      consume(store, 0, hit(strict, keyOf(client)));
      consume(store, 0, hit(strict, keyOf(client)));
    }
    const bytes = (usedBytes() - before) / KEYS;
    expect(consume(store, 1, hit(strict, keyOf(7))).isAllowed).toBe(false);
    expect(bytes).toBeLessThanOrEqual(150);
  });

  it('does not grow with a million clients that come one after the other', () => {
    const store = memoryStore();
    const brief = policy('brief', { limit: 1, windowMs: 500 });
    const visit = (from: number, to: number) => {
      for (let client = from; client < to; client++) {
        consume(store, client, hit(brief, `client ${client}`));
      }
    };
    visit(0, 10_000);
    const before = usedBytes();
    visit(10_000, 1_010_000);
    expect(usedBytes() - before).toBeLessThan(500_000);
  });

  it('has no timer, nor anything else that runs by itself', () => {
    const store = memoryStore();
    const started: string[] = [];
    const hook = createHook({ init: (_id, type) => void started.push(type) }).enable();
    for (let client = 0; client < 1_000; client++) consume(store, 0, hit(strict, `${client}`));
    hook.disable();
    expect(started).toEqual([]);
  });
});
