import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

// Copied beside the tests of a matrix cell: the cell is what it says it is.
it('runs the Node and the Nest of this cell', () => {
  expect(process.versions.node.split('.')[0]).toBe(process.env['MATRIX_NODE']);
  const library = createRequire(__filename).resolve('nestjs-errors');
  for (const importer of [__filename, library]) {
    const core = createRequire(importer)('@nestjs/core/package.json') as { version: string };
    expect(core.version.split('.')[0]).toBe(process.env['MATRIX_NEST']);
  }
});
