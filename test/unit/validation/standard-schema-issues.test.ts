import type { ArgumentMetadata } from '@nestjs/common';
import { type } from 'arktype';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { StandardSchema } from '../../../lib/validation/standard-schema/standard-schema';
import { fieldErrorsOf } from './support/field-errors-of';

const bodyWith = (schema: unknown) => ({ type: 'body', schema }) as ArgumentMetadata;

const BAD = {
  age: 'x',
  email: 'x',
  status: 'x',
  tags: ['a', 1],
  size: 9,
  nothing: null,
  extra: 1,
};

const zodSchema = z.strictObject({
  age: z.number(),
  email: z.email(),
  status: z.enum(['open', 'closed']),
  tags: z.array(z.string()),
  size: z.number().max(5),
  nothing: z.string(),
  missing: z.string(),
});

const valibotSchema = v.strictObject({
  age: v.number(),
  email: v.pipe(v.string(), v.email()),
  status: v.picklist(['open', 'closed']),
  tags: v.array(v.string()),
  size: v.pipe(v.number(), v.maxValue(5)),
  nothing: v.string(),
  missing: v.string(),
});

const arktypeSchema = type({
  '+': 'reject',
  age: 'number',
  email: 'string.email',
  status: "'open'|'closed'",
  tags: 'string[]',
  size: 'number<=5',
  nothing: 'string',
  missing: 'string',
});

const CODES = {
  age: 'VALIDATION_INVALID_TYPE',
  email: 'VALIDATION_INVALID_FORMAT',
  status: 'VALIDATION_INVALID_VALUE',
  'tags.1': 'VALIDATION_INVALID_TYPE',
  size: 'VALIDATION_OUT_OF_RANGE',
  nothing: 'VALIDATION_REQUIRED_FIELD',
  missing: 'VALIDATION_REQUIRED_FIELD',
  extra: 'VALIDATION_UNKNOWN_FIELD',
};

describe('the issues of a Standard Schema', () => {
  it.each([
    ['zod', zodSchema],
    ['valibot', valibotSchema],
    ['arktype', arktypeSchema],
  ])('of %s tells codes and places by its richer issues', async (_, schema) => {
    const fields = await fieldErrorsOf(bodyWith(schema), BAD);

    const codes = Object.fromEntries(fields.map(({ path, code }) => [path.join('.'), code]));
    expect(codes).toEqual(CODES);
    const missing = fields.filter(({ isMissing }) => isMissing).map(({ path }) => path[0]);
    expect(new Set(missing)).toEqual(new Set(['missing', 'nothing']));
    expect(fields.find(({ path }) => path[0] === 'tags')?.path).toEqual(['tags', 1]);
  });

  it("keeps its own texts, as their author's", async () => {
    const schema = z.object({ age: z.number().min(18, 'Adults only'), name: z.string() });

    expect(await fieldErrorsOf(bodyWith(schema), { age: 3 })).toEqual([
      {
        path: ['age'],
        location: 'body',
        rule: 'too_small',
        params: { min: 18 },
        code: 'VALIDATION_OUT_OF_RANGE',
        message: 'Adults only',
        isAuthored: true,
      },
      {
        path: ['name'],
        location: 'body',
        rule: 'invalid_type',
        params: {},
        code: 'VALIDATION_REQUIRED_FIELD',
        isAuthored: true,
        isSchemaDefault: true,
        isMissing: true,
        message: 'Invalid input: expected string, received undefined',
      },
    ]);
  });

  it('gives each unknown key an error of its own', async () => {
    const fields = await fieldErrorsOf(bodyWith(z.strictObject({})), { a: 1, b: 2 });

    expect(fields.map(({ path, message }) => ({ path, message }))).toEqual([
      { path: ['a'], message: 'is not an allowed field' },
      { path: ['b'], message: 'is not an allowed field' },
    ]);
  });

  it('of an unknown vendor tells place and text', async () => {
    const issues = [
      { message: 'Odd', path: ['items', '1', { key: 'price' }] },
      { message: 'Odder', path: ['__proto__', Symbol('polluted')] },
      { message: 'Oddest' },
    ];
    const schema: StandardSchema = { '~standard': { vendor: 'own', validate: () => ({ issues }) } };

    const fields = await fieldErrorsOf(bodyWith(schema), { items: [{}, { price: 1 }] });

    expect(fields.map(({ path, message, code, rule }) => ({ path, message, code, rule }))).toEqual([
      { path: ['items', 1, 'price'], message: 'Odd', code: 'VALIDATION_INVALID', rule: 'schema' },
      {
        path: ['__proto__', 'polluted'],
        message: 'Odder',
        code: 'VALIDATION_INVALID',
        rule: 'schema',
      },
      { path: [], message: 'Oddest', code: 'VALIDATION_INVALID', rule: 'schema' },
    ]);
  });
});
