import { flatCopy } from './flat-copy';
import { KeyWords, TEXT_WORDS } from './key-words';
import { SlotIndex } from './slot-index';
import { GROUP, HASH, LENGTH, SlotPages, TEXT } from './slot-pages';

/** The slot that no key has: its state is that of a key that was never seen. */
export const UNSEEN = 0;

/** No group has it: the slot is free, and where its length stood, stands the next free one. */
const FREE = 0;

/** Which slot each key has. A key stands in its slot as numbers: no object, nothing to collect. */
export class KeySlots {
  readonly pages = new SlotPages();
  readonly #index = new SlotIndex();
  readonly #key = new KeyWords();
  readonly #groups = new Map<string, number>();
  /** Keys that are too long for a slot, or beyond Latin-1. */
  readonly #texts = new Map<number, string>();
  #lastName: string | undefined;
  #lastGroup = FREE;
  #firstFree = UNSEEN;
  #freeCount = 0;
  #last = UNSEEN;

  constructor() {
    this.pages.add(UNSEEN);
  }

  get size(): number {
    return this.#last - this.#freeCount;
  }

  /** The slot with the highest number, free or not. */
  get last(): number {
    return this.#last;
  }

  /** @returns UNSEEN for a key that has none */
  find(groupName: string, key: string): number {
    const group = this.#groupOf(groupName);
    const index = this.#index;
    this.#key.read(key);
    const hash = this.#key.hashIn(group);
    for (let bucket = index.first(hash); ; bucket = index.next(bucket)) {
      const slot = index.slotAt(bucket);
      if (slot === UNSEEN) return UNSEEN;
      if (index.hashAt(bucket) === hash && this.#isOf(slot, group, key)) return slot;
    }
  }

  /** A slot for a key that has none, as one that was never seen. */
  add(groupName: string, key: string): number {
    const group = this.#groupOf(groupName);
    const slot = this.#take();
    this.#key.read(key);
    const hash = this.#key.hashIn(group);
    const words = this.pages.words(slot);
    const at = this.pages.wordOf(slot);
    words[at + GROUP] = group;
    words[at + HASH] = hash;
    words[at + LENGTH] = this.#lengthOf(key);
    words.set(this.#key.words, at + TEXT);
    if (!this.#key.isShort) this.#texts.set(slot, flatCopy(key));
    this.#index.add(hash, slot);
    return slot;
  }

  remove(slot: number): void {
    const words = this.pages.words(slot);
    const at = this.pages.wordOf(slot);
    this.#index.remove(words[at + HASH] as number, slot);
    if (this.#texts.size > 0) this.#texts.delete(slot);
    words[at + GROUP] = FREE;
    words[at + LENGTH] = this.#firstFree;
    this.#firstFree = slot;
    this.#freeCount++;
  }

  #isOf(slot: number, group: number, key: string): boolean {
    const words = this.pages.words(slot);
    const at = this.pages.wordOf(slot);
    if (words[at + GROUP] !== group || words[at + LENGTH] !== this.#lengthOf(key)) return false;
    if (!this.#key.isShort) return this.#texts.get(slot) === key;
    const text = this.#key.words;
    const count = Math.min(TEXT_WORDS, (key.length + 3) >> 2);
    for (let word = 0; word < count; word++) {
      if (words[at + TEXT + word] !== text[word]) return false;
    }
    return true;
  }

  /** Below 0 for a key that stands elsewhere. */
  #lengthOf({ length }: string): number {
    return this.#key.isShort ? length : ~length;
  }

  #take(): number {
    const slot = this.#firstFree;
    if (slot === UNSEEN) {
      this.pages.add(++this.#last);
      return this.#last;
    }
    this.#firstFree = this.pages.words(slot)[this.pages.wordOf(slot) + LENGTH] as number;
    this.#freeCount--;
    this.pages.clear(slot);
    return slot;
  }

  /** Policies number few: their names are kept. */
  #groupOf(name: string): number {
    if (name === this.#lastName) return this.#lastGroup;
    let group = this.#groups.get(name);
    if (group === undefined) this.#groups.set(name, (group = this.#groups.size + 1));
    this.#lastName = name;
    this.#lastGroup = group;
    return group;
  }
}
