import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../lib/throttling/stores/memory-store';
import { consume, hit, policy } from './hit';

describe('a flood of a million clients', () => {
  const once = policy('once', { limit: 1, windowMs: 60_000 });

  it('evicts nobody and shares one window among those who come too late', () => {
    const store = memoryStore({ maxKeys: 1_000 });
    consume(store, 0, hit(once, 'attacker'));
    let admitted = 0;
    for (let client = 0; client < 1_000_000; client++) {
      if (consume(store, 1, hit(once, String(client))).isAllowed) admitted++;
    }
    expect(admitted).toBe(1_000);
    expect(consume(store, 2, hit(once, 'attacker')).isAllowed).toBe(false);
    expect(consume(store, 2, hit(policy('other', { limit: 1 }))).isAllowed).toBe(true);
  });

  it('blocks no newcomer for the violation of another', () => {
    const store = memoryStore({ maxKeys: 1 });
    const strict = policy('strict', { limit: 1, windowMs: 100, blockMs: 60_000 });
    for (const client of ['first', 'second', 'third']) consume(store, 0, hit(strict, client));
    expect(consume(store, 50, hit(strict, 'fourth')).isAllowed).toBe(false);
    expect(consume(store, 50, hit(strict, 'first')).isAllowed).toBe(false);
    expect(consume(store, 100, hit(strict, 'fifth')).isAllowed).toBe(true);
    expect(consume(store, 100, hit(strict, 'first')).isAllowed).toBe(false);
  });

  it('ends with its windows: newcomers have their own again', () => {
    const store = memoryStore({ maxKeys: 100 });
    for (let client = 0; client < 1_000; client++) consume(store, 0, hit(once, String(client)));
    for (let client = 1_000; client < 1_100; client++) {
      expect(consume(store, 60_000, hit(once, String(client))).isAllowed).toBe(true);
    }
  });

  it('over time needs no more room than the windows that run at once', () => {
    const store = memoryStore({ maxKeys: 1_000 });
    const brief = policy('brief', { limit: 1, windowMs: 500 });
    for (let client = 0; client < 1_000_000; client++) {
      if (!consume(store, client, hit(brief, String(client))).isAllowed) {
        throw new Error(`Client ${client} found the store full.`);
      }
    }
  });
});
