import ts from 'typescript';

/** @typedef {{ start: number, end: number, text: string, line: number, what: string }} Mutant */

const opposites = new Map([
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
]);

const CODE = /^[A-Z]+(?:_[A-Z]+)+$/;

/**
 * Every small fault that a mapper could have: a condition turned round, a wrong code.
 * @param {string} source
 * @returns {Mutant[]}
 */
export function mutantsOf(source) {
  const file = ts.createSourceFile('mapper.ts', source, ts.ScriptTarget.Latest, true);
  /** @type {Mutant[]} */
  const mutants = [];
  /** @param {ts.Node} node @param {string} text */
  const add = (node, text) => {
    const [start, end] = [node.getStart(file), node.getEnd()];
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    mutants.push({ start, end, text, line, what: `${node.getText(file)} → ${text}` });
  };
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isIfStatement(node)) add(node.expression, `!(${node.expression.getText(file)})`);
    if (ts.isConditionalExpression(node)) {
      add(node.condition, `!(${node.condition.getText(file)})`);
    }
    if (ts.isBinaryExpression(node)) {
      const opposite = opposites.get(node.operatorToken.kind);
      if (opposite !== undefined) add(node.operatorToken, opposite);
      if (isCoalescing(node)) add(node, node.left.getText(file));
    }
    if (ts.isCaseClause(node)) add(node.expression, `'(none)'`);
    if (isWord(node)) add(node, `'${CODE.test(node.text) ? wrongCode(node.text) : '(none)'}'`);
    if (ts.isRegularExpressionLiteral(node)) add(node, '/(?!)/');
    ts.forEachChild(node, visit);
  };
  visit(file);
  return mutants;
}

/**
 * A text that stands in a table, in a list, or by itself for a code.
 * @param {ts.Node} node
 * @returns {node is ts.StringLiteral}
 */
function isWord(node) {
  if (!ts.isStringLiteral(node)) return false;
  const { parent } = node;
  const isValue = ts.isPropertyAssignment(parent) && parent.initializer === node;
  return CODE.test(node.text) || isValue || ts.isArrayLiteralExpression(parent);
}

/** @param {ts.BinaryExpression} node */
function isCoalescing({ operatorToken }) {
  return operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
}

/** @param {string} code */
function wrongCode(code) {
  return code === 'RESOURCE_LOCKED' ? 'RESOURCE_DELETED' : 'RESOURCE_LOCKED';
}
