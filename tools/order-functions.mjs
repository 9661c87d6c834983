import { gzipSync } from 'node:zlib';
import ts from 'typescript';

/**
 * Moves each function of a minified ES module to where gzip finds the most like it: nearer matches
 * take fewer bits. Functions are hoisted, so that their order means nothing else.
 *
 * @param {string} code
 */
export function orderFunctions(code) {
  const { statements } = ts.createSourceFile('client.mjs', code, ts.ScriptTarget.Latest);
  const textOf = (/** @type {ts.Statement} */ statement) =>
    code.slice(statement.pos, statement.end);
  const functions = statements.filter(ts.isFunctionDeclaration).map(textOf);
  const constants = statements.filter(ts.isVariableStatement).map(textOf);
  const exported = statements.filter(ts.isExportDeclaration).map(textOf);
  if (functions.length + constants.length + exported.length !== statements.length) {
    throw new Error('The client has a statement that may not be moved.');
  }
  const join = (/** @type {string[]} */ order) => [...constants, ...order, ...exported].join('\n');
  const sizeOf = (/** @type {string[]} */ order) => gzipSync(join(order), { level: 9 }).length;
  let best = { order: functions, size: sizeOf(functions) };
  for (const moved of functions) {
    const others = best.order.filter((each) => each !== moved);
    for (let place = 0; place <= others.length; place++) {
      const order = others.toSpliced(place, 0, moved);
      const size = sizeOf(order);
      if (size < best.size) best = { order, size };
    }
  }
  return join(best.order);
}
