import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(__dirname, 'recipes');
const docs = readFileSync(join(__dirname, '../../../docs/observability.md'), 'utf8');

describe('docs/observability.md', () => {
  it.each(readdirSync(folder))('prints the recipe that is tested: %s', (file) => {
    const recipe = readFileSync(join(folder, file), 'utf8');
    expect(docs).toContain(`\`\`\`ts\n${recipe}\`\`\``);
  });
});
