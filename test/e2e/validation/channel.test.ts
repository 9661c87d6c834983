import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ReportedValidation } from 'nestjs-errors';
import { afterEach, describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { BAD_ORDER, OrdersController } from './orders.controller';

const CHANNEL = 'nestjs-errors:validation';
const controllers = [OrdersController];
const published: unknown[] = [];
const listen = (message: unknown) => published.push(message);

afterEach(() => {
  unsubscribe(CHANNEL, listen);
  published.length = 0;
});

describe.each(PLATFORMS)('the channel of refused fields on %s', (_, create) => {
  it('tells which rules were broken where, and no values', async () => {
    subscribe(CHANNEL, listen);
    const { send } = await startApp(create, { controllers });

    const { headers } = await send('/orders?secret=1', { body: { ...BAD_ORDER, tags: [] } });

    const expected: ReportedValidation = {
      status: 422,
      code: 'VALIDATION_FAILED',
      method: 'POST',
      path: '/orders',
      traceId: headers.get('x-trace-id') ?? '',
      controller: OrdersController,
      handler: OrdersController.prototype.save,
      fields: [
        {
          path: ['name'],
          location: 'body',
          rule: 'isNotBlank',
          code: 'VALIDATION_REQUIRED_FIELD',
        },
        { path: ['email'], location: 'body', rule: 'isEmail', code: 'VALIDATION_INVALID_FORMAT' },
        {
          path: ['password'],
          location: 'body',
          rule: 'minLength',
          code: 'VALIDATION_OUT_OF_RANGE',
        },
        {
          path: ['items', 1, 'price'],
          location: 'body',
          rule: 'min',
          code: 'VALIDATION_OUT_OF_RANGE',
        },
      ],
    };
    expect(published).toEqual([expected]);
  });

  it('tells of parameters, and of nothing that has no fields', async () => {
    subscribe(CHANNEL, listen);
    const { send } = await startApp(create, { controllers });

    await send('/orders/gone');
    await send('/nowhere');
    await send('/orders/7');
    await send('/orders/x');

    expect(published).toHaveLength(1);
    expect(published[0]).toMatchObject({
      path: '/orders/x',
      fields: [{ path: ['id'], location: 'path', rule: 'isInt' }],
    });
  });
});
