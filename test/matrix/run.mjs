import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/root.mjs';
import { prepareNestTree } from './nest-tree.mjs';
import { nestVersions, nodeVersions } from './nest-versions.mjs';

// Runs the e2e tests with every Node and every Nest that the package supports.
const rows = ['| Node | Nest | passed | failed |', '|-|-|-:|-:|'];
for (const nest of Object.keys(nestVersions)) {
  const tree = prepareNestTree(nest);
  for (const node of nodeVersions) {
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
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests, succeeded: status === 0 };
}
