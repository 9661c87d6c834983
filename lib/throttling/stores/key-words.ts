import { randomFillSync } from 'node:crypto';

/** Secret numbers before those of the characters: of the length, and of the group. */
const OF_LENGTH = 0;
const OF_GROUP = 1;
const OF_TEXT = 2;

/** Words of a text that stand in a slot: 52 characters hold an address, a UUID or a hash. */
export const TEXT_WORDS = 13;
const TEXT_CHARS = TEXT_WORDS * 4;
const MOST_LATIN1 = 0xff;

/**
 * A key as numbers. Its hash is a sum of products with secret numbers: whoever chooses keys cannot
 * choose those that collide, which would make every look-up a long walk.
 */
export class KeyWords {
  /** The characters of a key that `isShort`, four in a word; what is behind them means nothing. */
  readonly words = new Int32Array(TEXT_WORDS);
  isShort = true;
  hash = 0;
  #key: string | undefined;
  #secrets = secretNumbers(OF_TEXT + TEXT_CHARS);

  /** Reads a key, once for all policies of a request. */
  read(key: string): void {
    if (key === this.#key) return;
    this.#key = key;
    const { length } = key;
    if (OF_TEXT + length > this.#secrets.length) {
      this.#secrets = moreSecrets(this.#secrets, OF_TEXT + length);
    }
    const secrets = this.#secrets;
    const { words } = this;
    let hash = Math.imul(secrets[OF_LENGTH] as number, length);
    let all = 0;
    let word = 0;
    for (let at = 0; at < length; at++) {
      const char = key.charCodeAt(at);
      hash = (hash + Math.imul(secrets[OF_TEXT + at] as number, char)) | 0;
      all |= char;
      word |= char << ((at & 3) << 3);
      if ((at & 3) === 3 || at === length - 1) {
        // Beyond the last word this is of no effect.
        words[at >> 2] = word;
        word = 0;
      }
    }
    this.hash = hash;
    this.isShort = length <= TEXT_CHARS && all <= MOST_LATIN1;
  }

  /** Keys that differ little lie far from each other. */
  hashIn(group: number): number {
    let hash = (this.hash + Math.imul(group, this.#secrets[OF_GROUP] as number)) | 0;
    hash = Math.imul(hash ^ (hash >>> 16), 0x7f_eb_35_2d);
    hash = Math.imul(hash ^ (hash >>> 15), 0x84_6c_a6_8b);
    return hash ^ (hash >>> 16);
  }
}

/** Odd, so that one character more or less always shows. */
function secretNumbers(count: number): Int32Array {
  return randomFillSync(new Int32Array(count)).map((number) => number | 1);
}

function moreSecrets(known: Int32Array, count: number): Int32Array {
  const secrets = secretNumbers(2 * count);
  secrets.set(known);
  return secrets;
}
