import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Adds up Vitest's JSON results in the folder that is given; fails if a test failed or none ran.
const folder = process.argv[2] ?? '.';
const count = { passed: 0, failed: 0, skipped: 0 };
for (const file of readdirSync(folder)) {
  const run = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  count.passed += run.numPassedTests;
  count.failed += run.numFailedTests + run.testResults.filter(brokeBeforeItsTests).length;
  count.skipped += run.numPendingTests + run.numTodoTests;
}
const skipped = count.skipped === 0 ? '' : `, ${count.skipped} skipped`;
console.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
process.exitCode = count.failed === 0 && count.passed > 0 ? 0 : 1;

/**
 * A file that does not load has no tests to count.
 * @param {{ status: string; assertionResults: { status: string }[] }} file
 */
function brokeBeforeItsTests(file) {
  return file.status === 'failed' && !file.assertionResults.some((it) => it.status === 'failed');
}
