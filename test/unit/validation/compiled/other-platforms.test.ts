import { createRequire } from 'node:module';
import { IsString } from 'class-validator';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { explainValidation } from '../../../../lib/validation/compiled/explain-validation';

const requirePackage = createRequire(__filename);

/** Where class-transformer keeps what `@Expose()` says. */
const EXPOSED = '_exposeMetadatas';

class Plain {
  @IsString()
  name!: string;
}

describe('explainValidation', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('tells of a release of class-transformer that keeps its metadata elsewhere', () => {
    const { defaultMetadataStorage: storage } = requirePackage('class-transformer/cjs/storage') as {
      defaultMetadataStorage: Record<string, unknown>;
    };
    const { [EXPOSED]: exposed } = storage;
    Reflect.deleteProperty(storage, EXPOSED);
    try {
      expect(explainValidation(Plain)).toMatchObject({
        tier: 'library',
        reason: 'there are two copies of class-transformer, or another release',
      });
    } finally {
      storage[EXPOSED] = exposed;
    }
  });

  it('tells of a release of class-validator that does not give its metadata', () => {
    const loaded = requirePackage.cache[requirePackage.resolve('class-validator')];
    if (!loaded) throw new Error('class-validator is not loaded');
    const exports = loaded.exports as object;
    loaded.exports = { ...exports, ValidationError: undefined };
    try {
      expect(explainValidation(Plain)).toMatchObject({
        tier: 'library',
        reason: 'class-validator is of a release before 0.14.1',
      });
    } finally {
      loaded.exports = exports;
    }
  });

  it('plans rules where code generation is forbidden', async () => {
    const construct = () => {
      throw new EvalError('Code generation from strings disallowed for this context');
    };
    vi.stubGlobal('Function', new Proxy(Function, { construct }));
    vi.resetModules();
    const fresh = await import('../../../../lib/validation/compiled/explain-validation.js');

    expect(fresh.explainValidation(Plain)).toEqual({
      target: 'Plain',
      tier: 'plan',
      reason: 'code generation is forbidden in this process',
      properties: [{ name: 'name', tier: 'plan' }],
    });
  });
});
