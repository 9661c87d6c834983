import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import ts from 'typescript';

/**
 * Makes a minified ES module smaller for gzip: functions become arrows, which repeat less, and stand
 * near what is most like them, since nearer matches take fewer bits.
 *
 * @param {string} code its functions are called after it is loaded, and use no `this`
 */
export async function compactModule(code) {
  const { code: arrows } = await transform(toArrows(code), { minify: true, format: 'esm' });
  const { statements, textOf } = parse(arrows);
  const declarations = statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
  const rest = statements.filter((each) => !ts.isVariableStatement(each)).map(textOf);
  const join = (/** @type {string[]} */ order) => `var ${order.join(',')};${rest.join('')}`;
  const constants = declarations.filter((each) => !isFunction(each)).map(textOf);
  const functions = orderForGzip(declarations.filter(isFunction).map(textOf), (order) =>
    join([...constants, ...order]),
  );
  // No constant needs another one at load: each may stand anywhere, once the rest is in order.
  return join(orderForGzip([...constants, ...functions], join));
}

/** @param {ts.VariableDeclaration} declaration */
function isFunction({ initializer }) {
  return initializer !== undefined && ts.isArrowFunction(initializer);
}

/** @param {string} code */
function toArrows(code) {
  const { statements, textOf } = parse(code);
  const arrows = statements.map((statement) => {
    if (!ts.isFunctionDeclaration(statement) || !statement.name || !statement.body) {
      return textOf(statement);
    }
    const { name, body, modifiers } = statement;
    const parameters = code.slice(name.end, body.pos);
    return `var ${name.text}=${modifiers ? 'async' : ''}${parameters}=>${textOf(body)};`;
  });
  return arrows.join('');
}

/** @param {string} code */
function parse(code) {
  const { statements } = ts.createSourceFile('module.mjs', code, ts.ScriptTarget.Latest);
  const textOf = (/** @type {ts.Node} */ { pos, end }) => code.slice(pos, end);
  return { statements: [...statements], textOf };
}

/**
 * Moves each part, one after the other, to the place that makes the whole smallest.
 *
 * @param {string[]} parts
 * @param {(order: string[]) => string} join
 */
function orderForGzip(parts, join) {
  const sizeOf = (/** @type {string[]} */ order) => gzipSync(join(order), { level: 9 }).length;
  let best = { order: parts, size: sizeOf(parts) };
  // Again, for what stands around a part has changed since it was moved.
  for (let before = Infinity; best.size < before;) {
    before = best.size;
    for (const moved of best.order) {
      const others = best.order.filter((each) => each !== moved);
      for (let place = 0; place <= others.length; place++) {
        const order = others.toSpliced(place, 0, moved);
        const size = sizeOf(order);
        if (size < best.size) best = { order, size };
      }
    }
  }
  return best.order;
}
