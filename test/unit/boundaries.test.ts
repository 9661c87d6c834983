import { readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';

const lib = resolve(__dirname, '../../lib');
const files = readdirSync(lib, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join(lib, file));

interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const imports = files.flatMap(importsOf);
const isRelative = ({ specifier }: Import) => specifier.startsWith('.');

describe('The library', () => {
  it('imports no file outside its folder', () => {
    const outside = imports.filter(
      (each) => isRelative(each) && relative(lib, targetOf(each)).startsWith('..'),
    );
    expect(outside.map(describeImport)).toEqual([]);
  });

  it('loads nothing at the start but Node and the peers that every user has', () => {
    const required = new Set(Object.keys(manifest.peerDependencies));
    for (const optional of Object.keys(manifest.peerDependenciesMeta)) required.delete(optional);
    const others = imports.filter(
      (each) =>
        !each.typeOnly &&
        !isRelative(each) &&
        !isBuiltin(each.specifier) &&
        !required.has(each.specifier),
    );
    expect(others.map(describeImport)).toEqual([]);
  });

  it('lists what it exports name by name', () => {
    const stars = files.filter((file) => /^export \*/m.test(readFileSync(file, 'utf8')));
    expect(stars).toEqual([]);
  });
});

describe('The client', () => {
  it('imports no package, not even through a shared file', () => {
    const reached = reachableFrom(join(lib, 'client/index.ts'));
    expect(reached.filter((each) => !isRelative(each)).map(describeImport)).toEqual([]);
  });
});

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
    return { from: file, specifier: moduleSpecifier.text, typeOnly: isTypeOnly(statement) };
  });
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  const clause = ts.isImportDeclaration(statement) ? statement.importClause : statement;
  if (clause === undefined) return false;
  if (ts.isTypeOnlyImportOrExportDeclaration(clause)) return true;
  const names = ts.isImportClause(clause) ? clause.namedBindings : clause.exportClause;
  const elements =
    names && (ts.isNamedImports(names) || ts.isNamedExports(names)) ? [...names.elements] : [];
  const hasDefault = ts.isImportClause(clause) && clause.name !== undefined;
  const onlyTypes = elements.length > 0 && elements.every((name) => name.isTypeOnly) && !hasDefault;
  return onlyTypes;
}

function reachableFrom(entry: string): Import[] {
  const seen = new Set([entry]);
  const found: Import[] = [];
  for (const file of seen) {
    const own = imports.filter(({ from }) => from === file);
    found.push(...own);
    for (const each of own.filter(isRelative)) seen.add(targetOf(each));
  }
  return found;
}

function targetOf({ from, specifier }: Import): string {
  return resolve(dirname(from), `${specifier}.ts`);
}

function describeImport({ from, specifier }: Import): string {
  return `${relative(lib, from)} → ${specifier}`;
}
