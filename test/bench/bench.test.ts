import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { variantNames } from './variant';

const run = promisify(execFile);
const root = join(__dirname, '../..');

// Only that it runs and that every variant answers as it should: a timing never fails a test.
describe('npm run bench', () => {
  it('prints two rows for each variant on both adapters', async () => {
    const options = ['--quick', '--route', 'POST invalid'];
    const { stdout } = await run('npm', ['run', '--silent', 'bench', '--', ...options], {
      cwd: root,
    });
    for (const heading of ['## express', '## fastify']) expect(stdout).toContain(heading);
    for (const name of variantNames) {
      expect(stdout.split(`| POST invalid | ${name} |`)).toHaveLength(5);
    }
  });
});
