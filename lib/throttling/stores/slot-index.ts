const FIRST_BUCKETS = 1_024;

/**
 * Slots by the hash of their keys: a table of hash and slot side by side, in which a slot stands in
 * the first free bucket from its hash on. Whether the key is the same is for the caller to see.
 */
export class SlotIndex {
  #table = new Int32Array(2 * FIRST_BUCKETS);
  #mask = FIRST_BUCKETS - 1;
  #size = 0;

  /** The bucket at which the search for a hash begins. */
  first(hash: number): number {
    return hash & this.#mask;
  }

  next(bucket: number): number {
    return (bucket + 1) & this.#mask;
  }

  /** The slot in a bucket; 0 at the end of every search. */
  slotAt(bucket: number): number {
    return this.#table[2 * bucket + 1] as number;
  }

  hashAt(bucket: number): number {
    return this.#table[2 * bucket] as number;
  }

  add(hash: number, slot: number): void {
    if (4 * ++this.#size > 3 * (this.#mask + 1)) this.#grow();
    this.#put(hash, slot);
  }

  /** Moves up what would not be found any more behind the gap. */
  remove(hash: number, slot: number): void {
    let gap = this.first(hash);
    while (this.slotAt(gap) !== slot) gap = this.next(gap);
    this.#size--;
    for (let bucket = this.next(gap); this.slotAt(bucket) !== 0; bucket = this.next(bucket)) {
      const away = (bucket - this.hashAt(bucket)) & this.#mask;
      if (away < ((bucket - gap) & this.#mask)) continue;
      this.#set(gap, this.hashAt(bucket), this.slotAt(bucket));
      gap = bucket;
    }
    this.#set(gap, 0, 0);
  }

  #put(hash: number, slot: number): void {
    let bucket = this.first(hash);
    while (this.slotAt(bucket) !== 0) bucket = this.next(bucket);
    this.#set(bucket, hash, slot);
  }

  #set(bucket: number, hash: number, slot: number): void {
    this.#table[2 * bucket] = hash;
    this.#table[2 * bucket + 1] = slot;
  }

  #grow(): void {
    const old = this.#table;
    this.#table = new Int32Array(old.length * 2);
    this.#mask = old.length - 1;
    for (let at = 0; at < old.length; at += 2) {
      const slot = old[at + 1] as number;
      if (slot !== 0) this.#put(old[at] as number, slot);
    }
  }
}
