import type { ArgumentMetadata } from '@nestjs/common';
import { type } from 'arktype';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as z3 from 'zod/v3';
import { fieldErrorsOf } from './support/field-errors-of';

const bodyWith = (schema: unknown) => ({ type: 'body', schema }) as ArgumentMetadata;

/** Path, code and parameters of each error: `['pet.age VALIDATION_INVALID_TYPE {}']`. */
async function told(schema: unknown, value: unknown): Promise<string[]> {
  const fields = await fieldErrorsOf(bodyWith(schema), value);
  return fields.map(({ path, code, params }) =>
    [path.join('.'), code.replace('VALIDATION_', ''), JSON.stringify(params)].join(' '),
  );
}

describe('the issues behind an issue', () => {
  const unions = {
    zod: z.object({
      pet: z.union([
        z.object({ kind: z.literal('cat'), lives: z.number() }),
        z.object({ kind: z.literal('dog'), tricks: z.array(z.string()) }),
      ]),
    }),
    'zod 3': z3.object({
      pet: z3.union([
        z3.object({ kind: z3.literal('cat'), lives: z3.number() }),
        z3.object({ kind: z3.literal('dog'), tricks: z3.array(z3.string()) }),
      ]),
    }),
  };

  it.each(Object.entries(unions))(
    'of a union are those of the closest branch: %s',
    async (_, s) => {
      expect(await told(s, { pet: { kind: 'cat', lives: 'x' } })).toEqual([
        'pet.lives INVALID_TYPE {}',
      ]);
      expect(await told(s, { pet: { kind: 'dog', tricks: ['sit', 1] } })).toEqual([
        'pet.tricks.1 INVALID_TYPE {}',
      ]);
      // Neither is closer than the other.
      expect(await told(s, { pet: { kind: 'cow' } })).toEqual(['pet INVALID_TYPE {}']);
      expect(await told(s, { pet: 'cat' })).toEqual(['pet INVALID_TYPE {}']);
      expect(await told(s, {})).toEqual(['pet REQUIRED_FIELD {}']);
    },
  );

  it('of unions within unions are found as well', async () => {
    const inner = z.union([z.object({ t: z.literal(1), a: z.string() }), z.number()]);
    const schema = z.object({ u: z.union([z.object({ t: z.literal('x'), inner }), z.string()]) });

    expect(await told(schema, { u: { t: 'x', inner: { t: 1 } } })).toEqual([
      'u.inner.a REQUIRED_FIELD {}',
    ]);
  });

  it('of a discriminated union name the wrong discriminator and its values', async () => {
    const cat = z.object({ kind: z.literal('cat'), lives: z.number() });
    const dog = z.object({ kind: z.literal('dog') });
    const schema = z.object({ pet: z.discriminatedUnion('kind', [cat, dog]) });

    const values = '{"values":["cat","dog"]}';
    expect(await told(schema, { pet: { kind: 'cow' } })).toEqual([
      `pet.kind INVALID_VALUE ${values}`,
    ]);
    expect(await told(schema, { pet: {} })).toEqual([`pet.kind REQUIRED_FIELD ${values}`]);
    expect(await told(schema, { pet: { kind: 'cat' } })).toEqual(['pet.lives REQUIRED_FIELD {}']);
  });

  it('of a union of literals are its values', async () => {
    const ours = z.union([z.literal('a'), z.literal(1)]);
    const arks = type({ u: "'a' | 1" });

    expect(await told(z.object({ u: ours }), { u: 'b' })).toEqual([
      'u INVALID_VALUE {"values":["a",1]}',
    ]);
    expect(await told(arks, { u: 'b' })).toEqual([
      expect.stringMatching(/^u INVALID_VALUE \{"values":\[("a",1|1,"a")\]\}$/) as string,
    ]);
  });

  it('of a record tell its keys from its values', async () => {
    const zods = z.record(z.string().min(3), z.number().nullable());
    const valibots = v.record(v.pipe(v.string(), v.minLength(3)), v.nullable(v.number()));

    expect(await told(zods, { a: null, abc: 'x' })).toEqual([
      'a INVALID_FORMAT {}',
      'abc INVALID_TYPE {}',
    ]);
    expect(await told(valibots, { a: null, abc: 'x' })).toEqual([
      'a OUT_OF_RANGE {"min":3}',
      'abc INVALID_TYPE {}',
    ]);
  });

  it('of maps and intersections are told one by one', async () => {
    const map = z.map(z.string(), z.object({ n: z.number() }));
    const both = type({ a: 'string.email & string >= 30' });

    expect(await told(map, new Map([['a', { n: 'x' }]]))).toEqual(['a.n INVALID_TYPE {}']);
    expect(await told(both, { a: 'x' })).toEqual([
      expect.stringMatching(/^a INVALID_FORMAT/) as string,
      'a OUT_OF_RANGE {"min":30}',
    ]);
  });
});

describe('the author of a schema', () => {
  it('gives codes and parameters of their own to a refinement', async () => {
    const params = { code: 'DUPLICATE', limit: 3, hide: () => 1 };
    const taken = z.string().refine(() => false, { error: 'Taken', params, path: ['at'] });
    const own = z.string().superRefine((_, context) => {
      context.addIssue({ code: 'custom', message: 'Odd', params: { code: 'EMAIL_ODD' } });
    });

    expect(await told(z.object({ e: taken }), { e: 'x' })).toEqual(['e.at DUPLICATE {"limit":3}']);
    expect(await told(z.object({ e: own }), { e: 'x' })).toEqual(['e EMAIL_ODD {}']);
  });

  it('fails in transforms and pipes as in rules', async () => {
    const transformed = z.string().transform((_, context) => {
      context.addIssue({ code: 'custom', message: 'No number' });
      return z.NEVER;
    });
    const piped = z.string().transform(Number).pipe(z.number().min(3));
    const raw = v.pipe(
      v.string(),
      v.rawTransform(({ addIssue, NEVER }) => {
        addIssue({ message: 'No number' });
        return NEVER;
      }),
    );

    expect(await told(z.object({ n: transformed }), { n: 'x' })).toEqual(['n INVALID {}']);
    expect(await told(z.object({ n: piped }), { n: '1' })).toEqual(['n OUT_OF_RANGE {"min":3}']);
    expect(await told(v.object({ n: raw }), { n: 'x' })).toEqual(['n INVALID {}']);
  });
});

describe('the parameters of rules', () => {
  it.each<[string, unknown, unknown, string[]]>([
    ['zod', z.string().length(3), 'x', [' OUT_OF_RANGE {"min":3,"max":3}']],
    ['zod', z.number().multipleOf(5), 3, [' OUT_OF_RANGE {"value":5}']],
    ['zod', z.enum(['a', 'b']), 'c', [' INVALID_VALUE {"values":["a","b"]}']],
    ['zod', z.email(), 'c', [' INVALID_FORMAT {"format":"email"}']],
    ['valibot', v.pipe(v.number(), v.minValue(3)), 1, [' OUT_OF_RANGE {"min":3}']],
    ['valibot', v.pipe(v.number(), v.ltValue(3)), 5, [' OUT_OF_RANGE {"max":3}']],
    ['valibot', v.pipe(v.string(), v.length(3)), 'x', [' OUT_OF_RANGE {"min":3,"max":3}']],
    ['valibot', v.pipe(v.number(), v.multipleOf(5)), 3, [' OUT_OF_RANGE {"value":5}']],
    ['valibot', v.pipe(v.string(), v.regex(/^a$/)), 'b', [' INVALID_FORMAT {"pattern":"^a$"}']],
    ['valibot', v.pipe(v.string(), v.email()), 'b', [' INVALID_FORMAT {}']],
    [
      'valibot',
      v.pipe(
        v.string(),
        v.check(() => false),
      ),
      'b',
      [' INVALID {}'],
    ],
    ['arktype', type('number > 3'), 1, [' OUT_OF_RANGE {"min":3}']],
    ['arktype', type('string == 2'), 'x', [' OUT_OF_RANGE {"min":2,"max":2}']],
    ['arktype', type('number % 5'), 3, [' OUT_OF_RANGE {"value":5}']],
    ['arktype', type('number.integer'), 1.5, [' INVALID_TYPE {"value":1}']],
    ['arktype', type(/^a$/), 'b', [' INVALID_FORMAT {"pattern":"^a$"}']],
  ])('of %s are read: %#', async (_, schema, value, expected) => {
    expect(await told(schema, value)).toEqual(expected);
  });
});

describe('the default texts of a schema library', () => {
  it.each<[string, unknown, unknown, boolean]>([
    ['zod', z.string(), 1, true],
    ['zod', z.string().min(3), 'x', true],
    ['zod', z.email(), 'x', true],
    ['zod', z.enum(['a']), 'x', true],
    ['zod', z.string().min(3, 'Too short'), 'x', false],
    ['zod', z.string({ error: 'Invalid coupon' }), 1, false],
    ['zod', z.string().refine(() => false, 'Taken'), 'x', false],
    ['zod 3', z3.string(), 1, true],
    ['zod 3', z3.string().min(3), 'x', true],
    ['valibot', v.string(), 1, true],
    ['valibot', v.pipe(v.string(), v.email()), 'x', true],
    ['valibot', v.string('Invalid name'), 1, false],
    ['arktype', type('string'), 1, true],
    ['arktype', type('number > 3'), 1, true],
    ['arktype', type('string').narrow((_, context) => context.mustBe('odd')), 'x', false],
  ])('are known as such: %s, %#', async (_, schema, value, isDefault) => {
    const [field] = await fieldErrorsOf(bodyWith(schema), value);

    expect(field?.isAuthored).toBe(true);
    expect(field?.isSchemaDefault ?? false).toBe(isDefault);
  });
});

describe('a hostile value', () => {
  it('makes no endless text', async () => {
    const [field] = await fieldErrorsOf(
      bodyWith(v.pipe(v.string(), v.email())),
      'x'.repeat(50_000),
    );

    expect(field?.message).toHaveLength(1_001);
  });

  it('of a hundred thousand unknown keys is read no further than it is told', async () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => [`key${index}`, 1] as const);
    const fields = await fieldErrorsOf(bodyWith(z.strictObject({})), Object.fromEntries(keys));

    expect(fields).toHaveLength(101);
    expect(fields[99]?.path).toEqual(['key99']);
  });

  it('of branches within branches is read no further than it is told', async () => {
    const row = z.union([z.object({ t: z.literal(1), cells: z.array(z.number()) }), z.string()]);
    const cells = Array.from({ length: 10_000 }, () => 'x');
    const fields = await fieldErrorsOf(bodyWith(z.array(row)), [
      { t: 1, cells },
      { t: 1, cells },
    ]);

    expect(fields).toHaveLength(101);
    expect(fields[99]?.path).toEqual([0, 'cells', 99]);
  });
});

describe('a class that is a schema itself', () => {
  it('validates its argument', async () => {
    class Dto {
      declare readonly n: number;
      static readonly '~standard' = z.object({ n: z.number() })['~standard'];
    }

    expect(await fieldErrorsOf({ type: 'body', metatype: Dto }, { n: 'x' })).toMatchObject([
      { path: ['n'], code: 'VALIDATION_INVALID_TYPE' },
    ]);
  });
});
