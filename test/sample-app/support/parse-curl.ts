import type { RequestInit } from '../../support/request';

/** A curl command of the README, ready to be sent. */
export interface ParsedCommand {
  readonly url: string;
  readonly init: RequestInit;
  /** How often it runs: more than once in a loop. */
  readonly times: number;
}

const LOOP = /^for i in (?<list>[^;]+); do (?<body>.+); done$/;
const WORD = /'(?<literal>[^']*)'|"(?<quoted>[^"]*)"|(?<bare>\S+)/g;

/** Understands the few options of curl that the README uses, and no others. */
export function parseCommand(command: string, variables: Record<string, string>): ParsedCommand {
  const loop = LOOP.exec(command)?.groups;
  const words = toWords(loop?.['body'] ?? command, variables);
  if (words.shift() !== 'curl') throw new Error(`Not a curl command: ${command}`);
  return { ...parseWords(words), times: countOf(loop?.['list'] ?? '1') };
}

function parseWords(words: readonly string[]): Pick<ParsedCommand, 'url' | 'init'> {
  const headers: Record<string, string> = {};
  let method: string | undefined;
  let body: string | undefined;
  let url = '';
  for (const rest = [...words]; rest.length > 0;) {
    const word = rest.shift() ?? '';
    const argument = (): string => rest.shift() ?? '';
    if (word === '-X') method = argument();
    else if (word === '--json') body = argument();
    else if (word === '--oauth2-bearer') headers['authorization'] = `Bearer ${argument()}`;
    else if (word === '-H') {
      const [name = '', value = ''] = argument().split(/:\s*/, 2);
      headers[name] = value;
    } else if (word.startsWith('http')) url = word;
    else throw new Error(`Unknown word in a curl command: ${word}`);
  }
  return {
    url,
    init: { headers, ...(method !== undefined && { method }), ...(body !== undefined && { body }) },
  };
}

/** Splits as bash does: variables are expanded but in single quotes, and split where bare. */
function toWords(command: string, variables: Record<string, string>): string[] {
  const expand = (text: string): string =>
    text.replace(/\$([A-Z]+)/g, (_, name: string) => variables[name] ?? '');
  return [...command.matchAll(WORD)].flatMap(({ groups = {} }) => {
    if (groups['literal'] !== undefined) return [groups['literal']];
    if (groups['quoted'] !== undefined) return [expand(groups['quoted'])];
    return expand(groups['bare'] ?? '').split(' ');
  });
}

function countOf(list: string): number {
  const range = /^\{1\.\.(\d+)\}$/.exec(list)?.[1];
  return range === undefined ? list.split(' ').length : Number(range);
}
