import type { ArgumentMetadata } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { FieldValidationPipe } from '../../../lib/validation/field-validation.pipe';
import { fieldErrorsOf } from './support/field-errors-of';

const bodyWith = (schema: unknown) => ({ type: 'body', schema }) as ArgumentMetadata;

describe('a Standard Schema', () => {
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
      declare readonly count: number;
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

  it('leaves a check of the application its own reason, also for a missing value', async () => {
    const schema = z
      .object({ password: z.string(), confirmation: z.string().optional() })
      .refine((form) => form.password === form.confirmation, {
        path: ['confirmation'],
        message: 'Passwords differ',
      });

    const [field] = await fieldErrorsOf(bodyWith(schema), { password: 'x' });

    expect(field).toMatchObject({
      path: ['confirmation'],
      code: 'VALIDATION_INVALID',
      message: 'Passwords differ',
    });
    expect(field).not.toHaveProperty('isMissing');
  });
});
