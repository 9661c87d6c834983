import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../tools/root.mjs';

const copied = [
  ...['dist', 'lib', 'test/e2e', 'test/unit', 'test/support', 'test/sample-app'],
  ...['package.json', 'tsconfig.json', 'vitest.config.mts', 'README.md'],
];

/** A copy in which sources may be wrong for a while; the repository's node_modules serve it. */
export class MutationTree {
  directory = join(root, 'test/mutation/.cache');

  constructor() {
    rmSync(this.directory, { recursive: true, force: true });
    mkdirSync(join(this.directory, 'node_modules'), { recursive: true });
    for (const path of copied) {
      cpSync(join(root, path), join(this.directory, path), { recursive: true });
    }
    // The package is found by its own name, as in the repository.
    symlinkSync(this.directory, join(this.directory, 'node_modules/nestjs-errors'), 'junction');
  }

  /**
   * Tests read a source or what was built of it: both change.
   * @param {string} file
   * @param {string} source
   */
  write(file, source) {
    writeFileSync(join(this.directory, file), source);
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: {
        module: ts.ModuleKind.CommonJS,
        target: ts.ScriptTarget.ES2022,
        experimentalDecorators: true,
        emitDecoratorMetadata: true,
      },
    });
    const built = file.replace(/^lib\//, 'dist/').replace(/\.ts$/, '.js');
    writeFileSync(join(this.directory, built), outputText);
  }
}
