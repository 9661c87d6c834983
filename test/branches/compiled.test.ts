import { coverage } from './running';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CoveredScript } from './block-coverage';
import { uncoveredBlocks } from './uncovered-blocks';

const modules = filesIn(join(__dirname, '../../lib/validation/compiled'), '.ts');
const contracts = filesIn(join(__dirname, '../unit/validation'), '.test.ts');

afterAll(() => coverage.end());

describe('the unit tests of validation', async () => {
  // Imported here, not above: that would load them before the counting begins.
  for (const file of [...modules, ...contracts]) await import(file);
});

describe('lib/validation/compiled', () => {
  it('has no block that did not run', () => {
    const scripts = coverage.take(({ url }) => url.includes('/lib/validation/compiled/'));
    const urls = [...new Set(scripts.map(({ url }) => url))];
    expect(urls).toHaveLength(modules.length);
    // Some tests load the modules anew, as a process does that has only just begun.
    const loadsOf = (url: string) => scripts.filter((script) => script.url === url);
    expect(urls.flatMap((url) => describeUncovered(loadsOf(url)))).toEqual([]);
  });
});

function describeUncovered(loads: readonly CoveredScript[]): string[] {
  return uncoveredBlocks(loads).map(
    ({ place, text }) => `${place} never runs: ${text.split('\n', 1).join('')}`,
  );
}

function filesIn(folder: string, ending: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
}
