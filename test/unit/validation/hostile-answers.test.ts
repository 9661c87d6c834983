import type { ArgumentMetadata } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, ValidateNested } from 'class-validator';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ErrorRecord } from '../../../lib/record/error-record';
import { flatFormat } from '../../../lib/formats/flat.format';
import { nestedFormat } from '../../../lib/formats/nested.format';
import { problemFormat } from '../../../lib/formats/problem.format';
import { Wording } from '../../../lib/validation/messages/wording';
import type { ValidationOptions } from '../../../lib/validation/validation.options';
import { bodyOf, fieldErrorsOf } from './support/field-errors-of';

class Tree {
  @IsInt()
  count: unknown;

  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => Tree)
  children?: unknown;
}

const rows = z.record(z.string(), z.array(z.strictObject({ count: z.number() })));
const bodyWith = (schema: unknown) => ({ type: 'body', schema }) as ArgumentMetadata;

const wording = new Wording({
  fieldCodes: true,
  locales: { de: { codes: { INVALID_TYPE: 'hat den falschen Typ', UNKNOWN_FIELD: 'zu viel' } } },
}).in('de');
const context = { timestamp: new Date(0), traceId: undefined, path: '/', method: 'POST', wording };

/** Characters of the answer in each format. */
async function answerSizes(argument: ArgumentMetadata, body: unknown, options?: ValidationOptions) {
  const fields = await fieldErrorsOf(argument, body, options);
  const base = { status: 422, code: 'X', message: 'x', retry: { strategy: 'never' } } as const;
  const record = new ErrorRecord({ ...base, origin: 'client', fields });
  const formats = [nestedFormat, flatFormat, problemFormat];
  return formats.map((format) => JSON.stringify(format.body(record, context)).length);
}

const badChildren = (count: number) => ({
  count: 1,
  children: Array.from({ length: count }, () => ({ count: 'x' })),
});
const badRows = (count: number, key = 'rows') => ({
  [key]: Array.from({ length: count }, () => ({ count: 'x' })),
});
const unknownKeys = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, 1]));
function deep(levels: number): object {
  let tree: object = { count: 'x' };
  for (let level = 0; level < levels; level++) tree = { count: 1, children: [tree] };
  return tree;
}

const STRICT = { whitelist: true, forbidNonWhitelisted: true } as const;

describe('the answer to a hostile body', () => {
  it.each<[string, ArgumentMetadata, (scale: number) => unknown, ValidationOptions?]>([
    ['10,000 bad items', bodyOf(Tree), (scale) => badChildren(10_000 * scale)],
    ['10,000 bad items of a schema', bodyWith(rows), (scale) => badRows(10_000 * scale)],
    ['2,000 levels', bodyOf(Tree), (scale) => deep(2_000 * scale)],
    ['2,000 levels of a schema', bodyWith(rows), (scale) => ({ rows: [deep(2_000 * scale)] })],
    ['100,000 unknown keys', bodyOf(Tree), (scale) => unknownKeys(100_000 * scale), STRICT],
    [
      '100,000 unknown keys of a schema',
      bodyWith(z.strictObject({})),
      (scale) => unknownKeys(100_000 * scale),
    ],
  ])(
    'of %s is small, and no larger for one of twice its size',
    async (_, argument, body, given) => {
      const sizes = await answerSizes(argument, body(1), given);

      expect(Math.max(...sizes)).toBeLessThan(40_000);
      expect(await answerSizes(argument, body(2), given)).toEqual(sizes);
    },
  );

  it('repeats a long name no oftener than the limit of characters lets it', async () => {
    const body = badRows(10_000, 'k'.repeat(50_000));
    const sizes = await answerSizes(bodyWith(rows), body, { maxErrorMessagesLength: 200_000 });

    // A path stands twice in an answer with codes: as a key, and beside its code.
    expect(Math.max(...sizes)).toBeLessThan(2 * 300_000);
  });

  it('has a short label for a name of any length', async () => {
    const [field] = await fieldErrorsOf(
      bodyOf(Tree),
      { ['k'.repeat(90_000)]: 1, count: 1 },
      STRICT,
    );

    expect(field && wording.sentence(field)).toBe(`K${'k'.repeat(99)}… zu viel`);
  });
});

describe('a polluted body', () => {
  it.each(['__proto__', 'constructor', 'prototype'])(
    'with %s is told by its names',
    async (name) => {
      const schema = z.looseObject({ a: z.record(z.string(), z.number()) });
      const body = JSON.parse(
        `{"a":{"x":{"${name}":{"polluted":1}}},"${name}":{"polluted":1}}`,
      ) as object;
      const fields = await fieldErrorsOf(bodyWith(schema), body);
      const record = { fields } as unknown as ErrorRecord;

      expect(Object.keys(nestedFormat.body(record, context).error.details ?? {})).toEqual(['a.x']);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );

  it('leads to no inherited value', async () => {
    const schema = {
      '~standard': {
        vendor: 'own',
        validate: () => ({
          issues: [{ message: 'x', path: ['__proto__', 'toString'] }],
        }),
      },
    };
    const fields = await fieldErrorsOf(bodyWith(schema), {});

    expect(fields).toMatchObject([{ path: ['__proto__', 'toString'] }]);
    expect(JSON.stringify(nestedFormat.body({ fields } as never, context))).toContain('__proto__');
  });
});
