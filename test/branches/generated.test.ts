import { coverage } from './running';
import 'reflect-metadata';
import { HttpException } from '@nestjs/common';
import type { FieldValidationPipe as Pipe } from '../../lib/validation/field-validation.pipe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CoveredScript } from './block-coverage';
import { uncoveredBlocks } from './uncovered-blocks';
import { uncoveredTemplates } from './uncovered-templates';

afterAll(() => coverage.end());

/** Options that generate other code, each with a depth that holds all bodies, and with one of 1. */
const OPTIONS = [
  {},
  { whitelist: true },
  { whitelist: true, forbidNonWhitelisted: true },
  { whitelist: true, stopAtFirstError: true },
  { skipMissingProperties: true },
].flatMap((options) => [1, 32].map((maxDepth) => ({ ...options, maxDepth })));

describe('the code that is generated of classes', async () => {
  // Imported here, not above: that would load them before the counting begins.
  const { FieldValidationPipe } = await import('../../lib/validation/field-validation.pipe.js');
  const { explainValidation } = await import('../../lib/validation/compiled/explain-validation.js');
  const { kinds, mood } = await import('./classes.js');
  const { bodiesOf } = await import('./bodies.js');

  it('is made of each of the classes', () => {
    const tiers = kinds.map(({ metatype }) => explainValidation(metatype).tier);
    expect(tiers).not.toContain('library');
  });

  for (const options of OPTIONS) {
    it(`takes bodies of all kinds with ${JSON.stringify(options)}`, () => {
      const pipe = new FieldValidationPipe({ transform: true, ...options });
      for (const isOdd of [false, true, false]) {
        mood.isOdd = isOdd;
        for (const kind of kinds) {
          for (const body of bodiesOf(kind)) pass(pipe, kind.metatype, body);
        }
      }
    });
  }

  describe('after that', () => {
    let scripts: readonly CoveredScript[] = [];
    beforeAll(() => {
      scripts = coverage.take(({ url, text }) => WRITERS.test(url) || GENERATED.test(text));
    });

    it('has thrown nothing but refusals', () => {
      expect(faults).toEqual([]);
    });

    it('has no block that did not run', () => {
      const generated = scripts.filter(({ url }) => url === '');
      expect(generated.length).toBeGreaterThan(2 * kinds.length);
      expect(uncoveredTemplates(generated)).toEqual([]);
    });

    it('is of all kinds that can be generated', () => {
      const writers = scripts.filter(({ url }) => WRITERS.test(url));
      expect(writers).toHaveLength(2);
      expect(writers.flatMap((writer) => uncoveredBlocks([writer]))).toEqual([]);
    });
  });
});

/** What writes the code. */
const WRITERS = /\/generate\/(?:accept|build)-source\.ts$/;
const GENERATED = /'use strict'; return \((?:object|value, level|)\) => /;

/**
 * Valid or not: that each gets the answer it should is for other tests to see. Nobody waits for it,
 * since one of a body with a function named `then` may never come.
 */
function pass(pipe: Pipe, metatype: new () => object, body: unknown): void {
  try {
    Promise.resolve(pipe.transform(body, { type: 'body', metatype })).catch(keepFault);
  } catch (thrown) {
    keepFault(thrown);
  }
}

const faults: unknown[] = [];

function keepFault(thrown: unknown): void {
  if (!(thrown instanceof HttpException)) faults.push(thrown);
}
