import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { countTests } from '../tools/count-tests.mjs';

// Adds up the reports in the folder that is given; fails if a test failed or none ran.
const folder = process.argv[2] ?? '.';
const total = { passed: 0, failed: 0, skipped: 0 };
for (const report of readdirSync(folder)) {
  const { passed, failed, skipped } = countTests(join(folder, report));
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`;
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
