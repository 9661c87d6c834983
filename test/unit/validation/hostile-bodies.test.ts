import { Type } from 'class-transformer';
import { IsInt, IsObject, ValidateNested } from 'class-validator';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { FieldValidationPipe } from '../../../lib/validation/field-validation.pipe';
import { bodyOf, fieldErrorsOf } from './support/field-errors-of';

class Inner {
  @IsInt()
  count: unknown;
}

class Dto {
  @ValidateNested()
  @Type(() => Inner)
  inner: unknown;

  @IsObject()
  free: unknown;
}

const parse = (json: string) => JSON.parse(json) as Record<string, unknown>;
const POLLUTED =
  '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"prototype":1}';

describe('a hostile body', () => {
  it.each([{}, { transform: true }, { whitelist: true }, { whitelist: true, transform: true }])(
    'pollutes nothing with %o',
    async (options) => {
      const body = {
        ...parse(POLLUTED),
        inner: { count: 1, ...parse(POLLUTED) },
        free: parse(POLLUTED),
      };

      const result = (await new FieldValidationPipe(options).transform(body, bodyOf(Dto))) as Dto;

      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      for (const object of [result, result.inner, result.free] as object[]) {
        expect(Object.hasOwn(object, '__proto__')).toBe(false);
        expect((object as Record<string, unknown>)['polluted']).toBeUndefined();
      }
    },
  );

  it('cannot name its way around the rules of a class', async () => {
    const body = parse('{"__proto__":{"free":{}},"inner":{"constructor":null,"count":"x"}}');

    const fields = await fieldErrorsOf(bodyOf(Dto), body);

    expect(fields.map(({ path, rule }) => [...path, rule])).toEqual([
      ['inner', 'count', 'isInt'],
      ['free', 'isObject'],
    ]);
  });

  it('is stripped of prototype keys before a schema sees it', () => {
    const schema = z.looseObject({ name: z.string() });
    const body = parse(`{"name":"x","__proto__":{"polluted":1},"constructor":1}`);

    const result = new FieldValidationPipe().transform(body, { type: 'body', schema });

    expect(Object.keys(result as object)).toEqual(['name']);
  });

  it('takes time in proportion to its size', async () => {
    const pipe = new FieldValidationPipe();
    const secondsFor = async (count: number) => {
      const body = { free: Array.from({ length: count }, () => ({ a: [1] })) };
      const start = process.hrtime.bigint();
      const refused = (async () => pipe.transform(body, bodyOf(Dto)))();
      await refused.catch(() => undefined);
      return Number(process.hrtime.bigint() - start);
    };
    await secondsFor(20_000);

    // Quadratic time would be a factor of 64; noise on a shared machine is far below it.
    const few = await secondsFor(10_000);
    const many = [await secondsFor(80_000), await secondsFor(80_000), await secondsFor(80_000)];
    expect(Math.min(...many)).toBeLessThan(48 * few);
  });

  it('may have $-patterns and any characters in its values', async () => {
    const fields = await fieldErrorsOf(bodyOf(Dto), { inner: { count: "$& $' $` $1 \u0000" } });

    expect(fields[0]?.message).toBe('must be an integer');
  });
});
