import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const README = join(__dirname, '../../../sample-app/README.md');
const ROW = /^\| (?<subject>[^|]+) \| (?<status>\d{3}) \| `(?<command>(?:curl|for) [^`]+)` \|$/gm;

/** One line of the README's tables: what fails, how, and the command that shows it. */
export interface ReadmeRow {
  /** A code or a message. */
  readonly subject: string;
  readonly status: number;
  readonly command: string;
}

/** The tables of the README by heading. */
export function readmeRows(heading: string): readonly ReadmeRow[] {
  const [, section = ''] = readFileSync(README, 'utf8').split(`### ${heading}\n`);
  const [table = ''] = section.split('\n### ', 1);
  return [...table.matchAll(ROW)].map(({ groups = {} }) => ({
    subject: (groups['subject'] ?? '').replaceAll('`', ''),
    status: Number(groups['status']),
    command: groups['command'] ?? '',
  }));
}
