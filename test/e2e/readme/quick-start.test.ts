import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { PLATFORMS } from '../../support/platforms';
import { request } from '../../support/request';

const root = join(__dirname, '../../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const source = /<!-- quick start:[^>]*-->\s*```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';

// Below node_modules, so that the code finds what an application would have installed.
const folder = join(root, 'node_modules/.cache/quick-start');
const file = join(folder, 'app.module.ts');

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  skipLibCheck: true,
  types: [],
};

function compile(): readonly string[] {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }');
  writeFileSync(file, source);
  const program = ts.createProgram([file], compilerOptions);
  const { diagnostics } = program.emit();
  return [...ts.getPreEmitDiagnostics(program), ...diagnostics].map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, '\n'),
  );
}

describe('The quick start of the README', () => {
  it('has no more than fifteen lines and compiles strictly', () => {
    expect(source.trim().split('\n').length).toBeLessThanOrEqual(15);
    expect(compile()).toEqual([]);
  }, 60_000);

  it.each(PLATFORMS)(
    'answers on %s as the README says',
    async (_name, create) => {
      compile();
      const { AppModule } = createRequire(__filename)(join(folder, 'app.module.js')) as {
        AppModule: Type;
      };
      const app = await NestFactory.create(AppModule, create(), { logger: false });
      await app.listen(0, '127.0.0.1');
      const url = `${await app.getUrl()}/users`;

      const invalid = await request(url, { body: { email: 'x' } });
      const taken = await request(url, { body: { email: 'ann@example.com' } });
      await app.close();

      const shown = JSON.parse(/```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? '') as {
        error: Parameters<typeof nestedBody>[0];
      };
      expect(invalid.body).toEqual(nestedBody(shown.error));
      expect(invalid.status).toBe(422);
      expect(taken.body).toEqual(
        nestedBody({
          code: 'RESOURCE_CONFLICT',
          message: 'Email is taken',
          details: { email: 'ann@example.com' },
          path: '/users',
          method: 'POST',
        }),
      );
    },
    60_000,
  );
});
