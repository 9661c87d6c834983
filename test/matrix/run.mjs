import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countTests } from '../../tools/count-tests.mjs';
import { root } from '../../tools/root.mjs';
import { prepareNestTree } from './nest-tree.mjs';
import { nestVersions, nodeVersions } from './nest-versions.mjs';

// Runs the e2e tests with every Node and every Nest that the package supports, or with one each:
// npm run test:matrix -- --node 22 --nest 11
const { values: only } = parseArgs({
  options: { node: { type: 'string' }, nest: { type: 'string' } },
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
 * @param {string} tree
 * @param {string} node
 * @param {string} nest
 */
function runTests(tree, node, nest) {
  const results = join(tree, `results-node-${node}.json`);
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${results}`];
  const { status } = spawnSync(
    'npx',
    ['--yes', `node@${node}`, vitest, 'run', '--project', 'e2e', ...reporters],
    {
      cwd: tree,
      stdio: 'inherit',
      env: { ...process.env, MATRIX_NODE: node, MATRIX_NEST: nest },
      shell: process.platform === 'win32',
    },
  );
  return { ...countTests(results), succeeded: status === 0 };
}
