import { Body, Controller, Post, UsePipes } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { IsInt } from 'class-validator';
import { FieldValidationPipe } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';

class Order {
  @IsInt()
  count!: number;
}

@Controller()
class OrdersController {
  @Post('orders')
  save(@Body() order: Order) {
    return order;
  }

  @Post('parameter')
  parameter(@Body(new FieldValidationPipe({ whitelist: true })) order: Order) {
    return order;
  }

  @Post('handler')
  @UsePipes(FieldValidationPipe)
  handler(@Body() order: Order) {
    return order;
  }
}

const controllers = [OrdersController];
const options = { validation: false } as const;
const refused = {
  status: 422,
  body: { error: { details: { count: ['Count must be an integer'] } } },
};

describe.each(PLATFORMS)('FieldValidationPipe by itself on %s', (_, create) => {
  it.each(['/parameter', '/handler'])('serves where it is put: %s', async (path) => {
    const { send } = await startApp(create, { controllers, options });

    expect(await send(path, { body: { count: 'x' } })).toMatchObject(refused);
    expect(await send(path, { body: { count: 1 } })).toMatchObject({ body: { count: 1 } });
    expect((await send('/orders', { body: { count: 'x' } })).status).toBe(201);
  });

  it('serves the whole application through useGlobalPipes', async () => {
    const { send } = await startApp(create, {
      controllers,
      options,
      configure: (app) => app.useGlobalPipes(new FieldValidationPipe()),
    });

    expect(await send('/orders', { body: { count: 'x' } })).toMatchObject(refused);
  });

  it('serves the whole application as a class that Nest makes', async () => {
    const providers = [{ provide: APP_PIPE, useClass: FieldValidationPipe }];
    const { send } = await startApp(create, { controllers, options, providers });

    expect(await send('/orders', { body: { count: 'x' } })).toMatchObject(refused);
  });
});
