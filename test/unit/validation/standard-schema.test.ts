import type { ArgumentMetadata } from '@nestjs/common';
import { type } from 'arktype';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { FieldValidationPipe } from '../../../lib/validation/field-validation.pipe';
import type { StandardSchema } from '../../../lib/validation/standard-schema/standard-schema';
import { fieldErrorsOf } from './support/field-errors-of';

const bodyWith = (schema: unknown) => ({ type: 'body', schema }) as ArgumentMetadata;

const BAD = {
  ...{ age: 'x', email: 'x', status: 'x', tags: ['a', 1], size: 9, nothing: null, extra: 1 },
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

describe('a Standard Schema', () => {
  it.each([
    ['zod', zodSchema],
    ['valibot', valibotSchema],
    ['arktype', arktypeSchema],
  ])('of %s tells codes and places by its richer issues', async (_, schema) => {
    const fields = await fieldErrorsOf(bodyWith(schema), BAD);

    const codes = Object.fromEntries(fields.map(({ path, code }) => [path.join('.'), code]));
    expect(codes).toEqual(CODES);
    const missing = fields.filter(({ isMissing }) => isMissing).map(({ path }) => path[0]);
    expect(missing.toSorted()).toEqual(['missing', 'nothing']);
    expect(fields.find(({ path }) => path[0] === 'tags')?.path).toEqual(['tags', 1]);
  });

  it("keeps its own texts, as their author's", async () => {
    const schema = z.object({ age: z.number().min(18, 'Adults only'), name: z.string() });

    expect(await fieldErrorsOf(bodyWith(schema), { age: 3 })).toEqual([
      {
        ...{ path: ['age'], location: 'body', rule: 'too_small', params: { min: 18 } },
        ...{ code: 'VALIDATION_OUT_OF_RANGE', message: 'Adults only', isAuthored: true },
      },
      {
        ...{ path: ['name'], location: 'body', rule: 'invalid_type', params: {} },
        ...{ code: 'VALIDATION_REQUIRED_FIELD', isAuthored: true, isMissing: true },
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

  it('leaves a check of the application its own reason, also for a missing value', async () => {
    const schema = z
      .object({ password: z.string(), confirmation: z.string().optional() })
      .refine((form) => form.password === form.confirmation, {
        path: ['confirmation'],
        message: 'Passwords differ',
      });

    const [field] = await fieldErrorsOf(bodyWith(schema), { password: 'x' });

    expect(field).toMatchObject({
      ...{ path: ['confirmation'], code: 'VALIDATION_INVALID', message: 'Passwords differ' },
    });
    expect(field).not.toHaveProperty('isMissing');
  });

  it('returns the output of the schema at once, unless the schema is asynchronous', async () => {
    const pipe = new FieldValidationPipe();
    const upper = z.string().transform((text) => text.toUpperCase());
    const later = z.string().transform(async (text) => text.toUpperCase());

    expect(pipe.transform('a', bodyWith(upper))).toBe('A');
    await expect(pipe.transform('a', bodyWith(later))).resolves.toBe('A');
    expect(() => pipe.transform(1, bodyWith(upper))).toThrow('Request validation failed');
    const refused = z.string().refine(async () => false);
    await expect(pipe.transform('a', bodyWith(refused))).rejects.toThrow(
      'Request validation failed',
    );
  });

  it('may be the static schema of a class, as nestjs-zod has it', async () => {
    class OrderDto {
      static readonly isZodDto = true;
      static readonly schema = z.object({ count: z.coerce.number() });
    }
    const argument: ArgumentMetadata = { type: 'query', metatype: OrderDto };

    expect(new FieldValidationPipe().transform({ count: '3' }, argument)).toEqual({ count: 3 });
    expect(await fieldErrorsOf(argument, { count: 'x' })).toMatchObject([
      { path: ['count'], location: 'query', code: 'VALIDATION_INVALID_TYPE' },
    ]);
  });

  it('leads the path of a named argument', async () => {
    const schema = z.array(z.object({ price: z.number() }));
    const argument = { ...bodyWith(schema), data: 'items' };

    const [field] = await fieldErrorsOf(argument, [{ price: 1 }, { price: 'x' }]);

    expect(field?.path).toEqual(['items', 1, 'price']);
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
        ...{ message: 'Odder', code: 'VALIDATION_INVALID', rule: 'schema' },
      },
      { path: [], message: 'Oddest', code: 'VALIDATION_INVALID', rule: 'schema' },
    ]);
  });

  it('is bound by the limits of depth and number', async () => {
    const items = Array.from({ length: 5_000 }, () => 'x');
    const many = await fieldErrorsOf(bodyWith(z.array(z.number())), items);
    let deep: unknown = [];
    for (let level = 0; level < 50_000; level++) deep = [deep];
    const tooDeep = await fieldErrorsOf(bodyWith(z.any()), deep);

    expect(many).toHaveLength(101);
    expect(many.at(-1)?.code).toBe('VALIDATION_TOO_MANY_ERRORS');
    expect(tooDeep.map(({ code }) => code)).toEqual(['VALIDATION_TOO_DEEP']);
  });

  it('is asked for custom decorators only where the options say so', () => {
    const argument = { ...bodyWith(z.never()), type: 'custom' } as ArgumentMetadata;

    expect(new FieldValidationPipe().transform('x', argument)).toBe('x');
    const eager = new FieldValidationPipe({ validateCustomDecorators: true });
    expect(() => eager.transform('x', argument)).toThrow('Request validation failed');
  });
});
