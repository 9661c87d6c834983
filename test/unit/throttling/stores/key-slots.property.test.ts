import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeySlots, UNSEEN } from '../../../../lib/throttling/stores/key-slots';
import { KeyWords } from '../../../../lib/throttling/stores/key-words';

const key = fc.oneof(
  fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'b', '\0', 'é', 'Ā', '😀', '\uD800') }),
  fc.string({ minLength: 48, maxLength: 56, unit: fc.constantFrom('a', 'b') }),
  fc.nat({ max: 300 }).map((length) => 'x'.repeat(length)),
);

const steps = fc.array(
  fc.record({
    isRemoval: fc.boolean(),
    group: fc.constantFrom('one', 'two', ''),
    key,
    which: fc.nat(),
  }),
  { maxLength: 200 },
);

describe('The slots of keys', () => {
  it('are found again by exactly their group and key, whatever comes and goes', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const slots = new KeySlots();
        const model = new Map<string, { group: string; key: string; slot: number }>();
        for (const step of list) {
          const known = [...model];
          if (step.isRemoval && known.length > 0) {
            const [name, { slot }] = known[step.which % known.length] as (typeof known)[0];
            slots.remove(slot);
            model.delete(name);
          } else {
            const { group } = step;
            const name = JSON.stringify([group, step.key]);
            const found = slots.find(group, step.key);
            expect(found).toBe(model.get(name)?.slot ?? UNSEEN);
            if (found === UNSEEN) {
              const slot = slots.add(group, step.key);
              const at = slots.pages.cellOf(slot);
              expect([...slots.pages.cells(slot).subarray(at, at + 4)]).toEqual([0, 0, 0, 0]);
              slots.pages.cells(slot)[at] = 7;
              model.set(name, { group, key: step.key, slot });
            }
          }
          expect(slots.size).toBe(model.size);
        }
        const taken = [...model.values()].map(({ slot }) => slot);
        expect(new Set(taken).size).toBe(taken.length);
        for (const { group, key: text, slot } of model.values()) {
          expect(slots.find(group, text)).toBe(slot);
        }
      }),
      { seed: 20_261_128, verbose: true, numRuns: 300 },
    );
  });

  it('take the place of those that have gone, among thousands', () => {
    const slots = new KeySlots();
    const bySlot = new Map<number, string>();
    for (let round = 0; round < 6; round++) {
      for (let count = 0; count < 5_000; count++) {
        const name = `${round}/${count}`;
        bySlot.set(slots.add('all', name), name);
      }
      expect(bySlot.size).toBe(slots.size);
      for (const [slot, name] of bySlot) expect(slots.find('all', name)).toBe(slot);
      for (const [slot, name] of bySlot) {
        if (slot % 3 === 0) continue;
        slots.remove(slot);
        bySlot.delete(slot);
        expect(slots.find('all', name)).toBe(UNSEEN);
      }
    }
    expect(slots.last).toBeLessThanOrEqual(10_001);
  });
});

describe('The hash of a key', () => {
  it('is secret: keys that collide in one process do not in another', () => {
    const [first, second] = [new KeyWords(), new KeyWords()];
    const hashes = [first, second].map((words) => {
      words.read('198.51.100.7');
      return words.hashIn(1);
    });
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  it('spreads keys that differ little', () => {
    const words = new KeyWords();
    const buckets = new Set<number>();
    for (let count = 0; count < 4_096; count++) {
      words.read(`10.0.${count >> 8}.${count & 255}`);
      buckets.add(words.hashIn(1) & 4_095);
    }
    // A random function would reach 2,589 of them; the fewest seen in a thousand runs are near.
    expect(buckets.size).toBeGreaterThan(2_300);
  });
});
