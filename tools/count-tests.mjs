import { readFileSync } from 'node:fs';

/**
 * What a JSON report of Vitest says; a file that does not load counts as one failed test.
 * @param {string} report
 */
export function countTests(report) {
  const run = JSON.parse(readFileSync(report, 'utf8'));
  return {
    passed: Number(run.numPassedTests),
    failed: Number(run.numFailedTests) + run.testResults.filter(brokeBeforeItsTests).length,
    skipped: Number(run.numPendingTests) + Number(run.numTodoTests),
  };
}

/** @param {{ status: string; assertionResults: { status: string }[] }} file */
function brokeBeforeItsTests(file) {
  return file.status === 'failed' && !file.assertionResults.some((it) => it.status === 'failed');
}
