import { coverage } from './running';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { uncoveredBlocks } from './uncovered-blocks';

const folder = join(__dirname, '../unit/validation');
const testFiles = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.test.ts'),
);

afterAll(() => coverage.end());

describe('the unit tests of validation', async () => {
  for (const file of testFiles) await import(join(folder, file));
});

describe('lib/validation/compiled', () => {
  it('has no block that did not run', () => {
    const scripts = coverage.take(({ url }) => url.includes('/lib/validation/compiled/'));

    expect(scripts.length).toBeGreaterThan(40);
    expect(uncoveredBlocks(scripts)).toEqual([]);
  });
});
