import { describe, expect, it } from 'vitest';
import { attackTexts } from './attack-texts';
import { libraryPatterns } from './library-patterns';

const patterns = libraryPatterns().map(({ file, pattern }) => [file, pattern] as const);

/** Of one text: linear patterns take less than a millisecond, quadratic ones seconds. */
const MOST_MILLISECONDS = 1_000;

describe('The regular expressions of the library', () => {
  it('are found', () => {
    expect(patterns.length).toBeGreaterThan(100);
  });

  // A short text first: where a pattern is exponential, the long one would never end.
  it.each(patterns)('in %s read 100 kB of anything at once: %s', (_, pattern) => {
    for (const length of [5_000, 100_000]) {
      for (const text of attackTexts(pattern, length)) {
        pattern.lastIndex = 0;
        const start = performance.now();
        text.replace(pattern, '');
        expect(performance.now() - start, text.slice(0, 60)).toBeLessThan(MOST_MILLISECONDS);
      }
    }
  });
});
