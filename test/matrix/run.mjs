import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countTests } from '../../tools/count-tests.mjs';
import { root } from '../../tools/root.mjs';
import { prepareNestTree } from './nest-tree.mjs';
import { nestVersions, nodeVersions } from './nest-versions.mjs';

// Runs the e2e tests with every Node and every Nest that the package supports, or some of each:
// npm run test:matrix -- --node 22 --nest 11 test/e2e/tracing
const { values: only, positionals: filters } = parseArgs({
  options: { node: { type: 'string' }, nest: { type: 'string' } },
  allowPositionals: true,
});
const rows = ['| Node | Nest | passed | failed |', '|-|-|-:|-:|'];
for (const nest of only.nest ? [only.nest] : Object.keys(nestVersions)) {
  const tree = prepareNestTree(nest);
  for (const node of only.node ? [only.node] : nodeVersions) {
    console.log(`\n=== Node ${node}, Nest ${nest}`);
    const { passed, failed, succeeded } = runTests(tree, node, nest);
    rows.push(`| ${node} | ${nest} | ${passed} | ${failed} |`);
    if (!succeeded) process.exitCode = 1;
  }
}
console.log(`\n${rows.join('\n')}`);

/**
 * A filter is a part of a test file's path; which versions they run on is checked in any case.
 * @param {string} tree
 * @param {string} node
 * @param {string} nest
 */
function runTests(tree, node, nest) {
  const results = join(tree, `results-node-${node}.json`);
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${results}`];
  const files = filters.length === 0 ? [] : [...filters, 'e2e/versions'];
  const { status } = spawnSync(
    'npx',
    ['--yes', `node@${node}`, vitest, 'run', '--project', 'e2e', ...reporters, ...files],
    {
      cwd: tree,
      stdio: 'inherit',
      env: { ...process.env, MATRIX_NODE: node, MATRIX_NEST: nest },
      shell: process.platform === 'win32',
    },
  );
  return { ...countTests(results), succeeded: status === 0 };
}
