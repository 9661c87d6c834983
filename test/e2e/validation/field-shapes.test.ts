import type { ValidationOptions } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { flatBody, nestedBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';
import { BAD_ORDER, OrdersController } from './orders.controller';

const controllers = [OrdersController];
const NESTED = { code: 'VALIDATION_FAILED', message: 'Request validation failed' };
const FLAT = { status: 400, error: 'Bad Request', message: 'Validation failed', path: '/orders' };

const SENTENCES = {
  name: 'Customer name is required',
  email: 'Give $& an {address}',
  password: 'Password size must be at least 8',
  price: 'Price must be greater than or equal to 0',
  tags: 'Each element of tags must be a string',
};

describe.each(PLATFORMS)('the shape of field errors on %s', (_, create) => {
  const answerOf = async (
    validation: ValidationOptions,
    {
      format = 'nested',
      body = BAD_ORDER,
    }: { format?: 'nested' | 'flat' | 'problem'; body?: object } = {},
  ) => {
    const { send } = await startApp(create, { controllers, options: { format, validation } });
    return (await send('/orders', { body })).body;
  };

  it.each([
    ['brackets', 'items[1].price'],
    ['dots', 'items.1.price'],
    ['pointer', '/items/1/price'],
  ] as const)('has paths in %s', async (pathStyle, price) => {
    const prefix = pathStyle === 'pointer' ? '/' : '';
    const nested = (await answerOf({ pathStyle })) as { error: { details: object } };
    const flat = (await answerOf({ pathStyle }, { format: 'flat' })) as {
      validationErrors: object;
    };
    const problem = await answerOf({ pathStyle }, { format: 'problem' });

    const names = ['name', 'email', 'password'].map((name) => `${prefix}${name}`);
    const keys = [...names, price, `${prefix}tags`];
    expect(Object.keys(nested.error.details).toSorted()).toEqual(keys.toSorted());
    expect(Object.keys(flat.validationErrors).toSorted()).toEqual(keys.toSorted());
    expect(problem).toMatchObject({
      errors: expect.arrayContaining([
        expect.objectContaining({ pointer: '#/items/1/price' }),
      ]) as unknown,
    });
  });

  it('has codes beside the members of the Engagifii guide on request', async () => {
    expect(await answerOf({ fieldCodes: true })).toEqual(
      nestedBody({
        ...NESTED,
        details: {
          name: [SENTENCES.name],
          email: [SENTENCES.email],
          password: [SENTENCES.password],
          'items[1].price': [SENTENCES.price],
          tags: [SENTENCES.tags],
        },
        fieldErrors: [
          { field: 'name', code: 'VALIDATION_REQUIRED_FIELD', message: SENTENCES.name },
          { field: 'email', code: 'VALIDATION_INVALID_FORMAT', message: SENTENCES.email },
          { field: 'password', code: 'VALIDATION_OUT_OF_RANGE', message: SENTENCES.password },
          { field: 'items[1].price', code: 'VALIDATION_OUT_OF_RANGE', message: SENTENCES.price },
          { field: 'tags', code: 'VALIDATION_INVALID_TYPE', message: SENTENCES.tags },
        ],
        path: '/orders',
        method: 'POST',
      }),
    );
  });

  it('has codes beside the members of the EntryGuard guide on request', async () => {
    const validation = { fieldCodes: true, pathStyle: 'pointer' } as const;
    const body = { ...BAD_ORDER, name: 'x', email: 'a@b.example', items: [], tags: [] };

    expect(await answerOf(validation, { format: 'flat', body })).toEqual(
      flatBody({
        ...FLAT,
        validationErrors: { '/password': 'size must be at least 8' },
        fieldErrors: [
          {
            field: '/password',
            code: 'VALIDATION_OUT_OF_RANGE',
            message: 'size must be at least 8',
          },
        ],
      }),
    );
  });

  it('has neither codes nor values by default', async () => {
    expect(await answerOf({})).not.toHaveProperty('error.fieldErrors');
    expect(JSON.stringify(await answerOf({}, { format: 'flat' }))).not.toContain('fieldErrors');
    expect(JSON.stringify(await answerOf({}, { format: 'problem' }))).not.toContain('"value"');
  });

  it('shows rejected values on request, but no secrets', async () => {
    const body = { ...BAD_ORDER, email: 'postgres://me:hunter2@db', tags: [1, { token: 'abc' }] };

    expect(await answerOf({ exposeValues: true }, { body })).toMatchObject({
      error: {
        fieldErrors: [
          { field: 'name', value: ' ' },
          { field: 'email', value: 'postgres://[REDACTED]@db' },
          { field: 'password', value: '[REDACTED]' },
          { field: 'items[1].price', value: -1 },
          { field: 'tags', value: [1, { token: '[REDACTED]' }] },
        ],
      },
    });
  });

  it('shows rejected values in problems', async () => {
    const body = { ...BAD_ORDER, name: null, password: undefined };
    const problem = await answerOf({ exposeValues: true }, { format: 'problem', body });

    expect(problem).toMatchObject({
      errors: [
        { pointer: '#/name', code: 'VALIDATION_REQUIRED_FIELD', detail: 'must not be blank' },
        { pointer: '#/email', value: 'x' },
        { pointer: '#/password', detail: 'must not be blank' },
        { pointer: '#/items/1/price', value: -1 },
        { pointer: '#/tags', value: ['a', 1] },
      ],
    });
    expect(problem).not.toHaveProperty('errors.2.value');
  });

  it('cuts rejected values short', async () => {
    const tree = (levels: number): object => (levels === 0 ? {} : { a: tree(levels - 1) });
    const body = {
      ...BAD_ORDER,
      email: 'x'.repeat(50_000),
      tags: [tree(9), ...Array(500).fill(1)],
    };
    const answer = await answerOf({ exposeValues: true }, { body });

    expect(JSON.stringify(answer).length).toBeLessThan(2_500);
    expect(answer).toMatchObject({
      error: { fieldErrors: { 1: { value: `${'x'.repeat(195)}…` } } },
    });
  });
});
