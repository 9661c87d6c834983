import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../tools/root.mjs';
import { mapperTests } from './mappers.mjs';
import { mutantsOf } from './mutants.mjs';
import { MutationTree } from './mutation-tree.mjs';

// Plants one fault at a time in the mappers; a fault that no test notices is printed.
// npm run test:mutation -- --file jose --each 3
const { values: only } = parseArgs({
  options: { file: { type: 'string', default: '' }, each: { type: 'string' } },
});
checkTable();
const tree = new MutationTree();
const rows = ['| mapper | mutants | noticed |', '|-|-:|-:|'];
for (const area of mapperTests) {
  for (const file of filesOf(area).filter((name) => name.includes(only.file))) {
    rows.push(`| ${file} | ${check(file, area.tests).join(' | ')} |`);
  }
}
console.log(`\n${rows.join('\n')}`);

/**
 * @param {string} file
 * @param {readonly string[]} tests
 * @returns {[number, number]}
 */
function check(file, tests) {
  const source = readFileSync(join(root, file), 'utf8');
  if (isNoticed(tests)) throw new Error(`The tests of ${file} fail without a fault.`);
  const mutants = sample(mutantsOf(source), Number(only.each ?? Number.POSITIVE_INFINITY));
  const noticed = mutants.filter(({ start, end, text, line, what }) => {
    tree.write(file, source.slice(0, start) + text + source.slice(end));
    const isDead = isNoticed(tests);
    if (!isDead) console.log(`SURVIVES ${file}:${line} ${what}`);
    return isDead;
  });
  tree.write(file, source);
  console.log(`${file}: ${noticed.length} of ${mutants.length}`);
  if (noticed.length < mutants.length) process.exitCode = 1;
  return [mutants.length, noticed.length];
}

/** A source of which the table knows no tests would stay unexamined without a word. */
function checkTable() {
  const listed = new Set(mapperTests.flatMap(filesOf));
  for (const { folder } of mapperTests) {
    const forgotten = filesOf({ folder, ending: '.ts' }).filter(
      (file) => /\.mapper\.ts$|^lib\/databases\//.test(file) && !listed.has(file),
    );
    if (forgotten.length > 0) throw new Error(`No tests are listed for ${forgotten.join(', ')}.`);
  }
}

/**
 * Unit tests first: most faults need no server to be noticed.
 * @param {readonly string[]} tests
 */
function isNoticed(tests) {
  return ['unit', 'e2e'].some((project) => {
    const own = tests.filter((test) => test.startsWith(`test/${project}/`));
    return own.length > 0 && fails(project, own);
  });
}

/**
 * @param {string} project
 * @param {readonly string[]} tests
 */
function fails(project, tests) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--project', project, '--bail', '1', ...tests];
  return spawnSync(process.execPath, args, { cwd: tree.directory }).status !== 0;
}

/** @param {{ readonly folder: string, readonly ending: string }} area */
function filesOf({ folder, ending }) {
  const files = readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
  return files.filter((file) => file.endsWith(ending)).toSorted();
}

/**
 * @template Item
 * @param {readonly Item[]} items
 * @param {number} most evenly spread, the same in every run
 */
function sample(items, most) {
  const step = Math.max(1, items.length / most);
  return items.filter((_, index) => Math.floor(index / step) > Math.floor((index - 1) / step));
}
