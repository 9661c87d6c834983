import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { SECRET_HINT, SECRET_PATTERNS } from '../../../lib/redaction/secret-patterns';

export interface LibraryPattern {
  readonly file: string;
  readonly pattern: RegExp;
}

const lib = resolve(__dirname, '../../../lib');

/** Every regular expression that stands in the library, and those that it puts together at start. */
export function libraryPatterns(): LibraryPattern[] {
  const files = readdirSync(lib, { recursive: true, encoding: 'utf8' });
  const literals = files.filter((file) => file.endsWith('.ts')).flatMap(literalsOf);
  const made = [SECRET_HINT, ...SECRET_PATTERNS.map(({ pattern }) => pattern)];
  return [
    ...literals,
    ...made.map((pattern) => ({ file: 'redaction/secret-patterns.ts', pattern })),
  ];
}

function literalsOf(file: string): LibraryPattern[] {
  const text = readFileSync(join(lib, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: LibraryPattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const pattern = new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
      found.push({ file, pattern });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
