import ts from 'typescript';

/** What declaration files export: for each file its names with kind and signature. */
export function exportedNames(...declarationFiles: readonly string[]): string[][] {
  const program = ts.createProgram(declarationFiles, {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    strict: true,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  return declarationFiles.map((file) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${file} exports nothing.`);
    const exported = checker.getExportsOfModule(module);
    return exported.map((symbol) => describeExport(checker, symbol)).toSorted();
  });
}

function describeExport(checker: ts.TypeChecker, exported: ts.Symbol): string {
  const symbol =
    exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const declarations = (symbol.declarations ?? []).map(withoutComments);
  return `// ${exported.name}\n${declarations.join('\n')}`;
}

const printer = ts.createPrinter({ removeComments: true });

function withoutComments(declaration: ts.Declaration): string {
  // `const a: T` is declared by the statement around the name.
  const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const source = declaration.getSourceFile();
  const { transformed } = ts.transform<ts.Node>(node, [withSortedMembers(source)]);
  return printer.printNode(ts.EmitHint.Unspecified, transformed[0] ?? node, source);
}

/** The order of an object's members is no part of the API, and varies with that of imports. */
function withSortedMembers(source: ts.SourceFile): ts.TransformerFactory<ts.Node> {
  const nameOf = (member: ts.TypeElement) => member.name?.getText(source) ?? '';
  return (context) => {
    const visit = (node: ts.Node): ts.Node => {
      if (!ts.isTypeLiteralNode(node)) return ts.visitEachChild(node, visit, context);
      const members = node.members.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
      const sorted = ts.factory.updateTypeLiteralNode(node, ts.factory.createNodeArray(members));
      return ts.visitEachChild(sorted, visit, context);
    };
    return (node) => ts.visitNode(node, visit);
  };
}
