import {
  Controller,
  ForbiddenException,
  Get,
  Module,
  NotFoundException,
  Post,
} from '@nestjs/common';
import { Conceal, defineErrors, ErrorsModule, StandardErrors, UseErrorFormat } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { flatBody, nestedBody, problemBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';

const ShopErrors = defineErrors({ SHOP_CLOSED: { status: 409, message: 'Shop is closed' } });

@Controller('api/v1')
class ShopController {
  @Get('closed') closed(): never {
    throw ShopErrors.SHOP_CLOSED();
  }

  @Get('foreign') foreign(): never {
    throw StandardErrors.PERMISSION_TENANT_MISMATCH({ tenant: 'globex' }, { message: 'Of globex' });
  }

  @Get('unknown') unknown(): never {
    throw StandardErrors.RESOURCE_NOT_FOUND();
  }

  @Get('problem') @UseErrorFormat('problem') problem(): never {
    throw ShopErrors.SHOP_CLOSED();
  }

  @Post('items') create(): void {}
}

@Controller('api/v1/admin')
@UseErrorFormat('nested')
@Conceal({ PERMISSION_DENIED: 'RESOURCE_NOT_FOUND' })
class AdminController {
  @Get() index(): never {
    throw new ForbiddenException('Admins only');
  }

  @Get('open')
  @Conceal(() => undefined)
  open(): never {
    throw new NotFoundException('Nothing here');
  }

  @Get('function')
  @Conceal((record) =>
    record.status === 403 ? StandardErrors.RESOURCE_DELETED({ kind: 'x' }) : undefined,
  )
  byFunction(): never {
    throw new ForbiddenException();
  }

  @Get('broken')
  @Conceal(() => {
    throw new Error('bug');
  })
  broken(): never {
    throw new ForbiddenException('Secret place');
  }
}

@Module({
  imports: [
    ErrorsModule.forFeature({
      path: '/api/v1',
      format: 'flat',
      catalog: [ShopErrors],
      overrides: { SHOP_CLOSED: { message: 'Come back tomorrow' } },
      conceal: { PERMISSION_TENANT_MISMATCH: 'RESOURCE_NOT_FOUND' },
    }),
  ],
  controllers: [ShopController, AdminController],
})
class ShopModule {}

const parts = { imports: [ShopModule] };

describe.each(PLATFORMS)('The contract of a part on %s', (_name, create) => {
  it('has a format and texts of its own', async () => {
    const { send } = await startApp(create, parts);

    const answer = await send('/api/v1/closed');

    expect(answer.status).toBe(409);
    expect(answer.body).toEqual(
      flatBody({
        status: 409,
        error: 'Conflict',
        message: 'Come back tomorrow',
        path: '/api/v1/closed',
      }),
    );
  });

  it.each([
    ['an unknown route', 'GET', '/api/v1/nothing', 404, 'Not Found', 'Resource not found'],
    [
      'a wrong method',
      'DELETE',
      '/api/v1/items',
      405,
      'Method Not Allowed',
      'The method is not allowed for this resource',
    ],
  ])('holds for %s', async (_case, method, path, status, error, message) => {
    const { send } = await startApp(create, parts);

    const answer = await send(path, { method });

    expect(answer.body).toEqual(flatBody({ status, error, message, path }));
  });

  it('holds for a malformed body', async () => {
    const { send } = await startApp(create, parts);

    const answer = await send('/api/v1/items', { body: '{' });

    expect(answer.body).toEqual(
      flatBody({
        status: 400,
        error: 'Bad Request',
        message: 'The request body could not be parsed',
        path: '/api/v1/items',
      }),
    );
  });

  it('ends at its path: beside it the root contract holds', async () => {
    const { send } = await startApp(create, parts);

    expect((await send('/api/v10')).body).toEqual(
      nestedBody({ code: 'ROUTE_NOT_FOUND', message: 'No such route', path: '/api/v10' }),
    );
  });

  it('yields to a decorator of the handler', async () => {
    const { send } = await startApp(create, parts);

    const answer = await send('/api/v1/problem');

    expect(answer.body).toEqual(
      problemBody({
        status: 409,
        title: 'Conflict',
        detail: 'Come back tomorrow',
        code: 'SHOP_CLOSED',
        instance: '/api/v1/problem',
      }),
    );
  });

  it('conceals so that the answer is the one of the genuine failure', async () => {
    const { send, logger } = await startApp(create, parts);

    const concealed = await send('/api/v1/foreign');
    const genuine = await send('/api/v1/unknown');

    expect(concealed.status).toBe(404);
    expect(concealed.body).toEqual(
      flatBody({
        status: 404,
        error: 'Not Found',
        message: 'Resource not found',
        path: '/api/v1/foreign',
      }),
    );
    expect(Object.keys(concealed.body as object)).toEqual(Object.keys(genuine.body as object));
    expect([...concealed.headers.keys()]).toEqual([...genuine.headers.keys()]);
    expect(logger.failures[0]?.message).toMatch(
      /^GET \/api\/v1\/foreign 403 PERMISSION_TENANT_MISMATCH: Of globex shown=404 RESOURCE_NOT_FOUND traceId=/,
    );
  });

  it.each([
    ['', 'RESOURCE_NOT_FOUND', 'Resource not found', 404, undefined],
    ['/open', 'RESOURCE_NOT_FOUND', 'Nothing here', 404, undefined],
    ['/function', 'RESOURCE_DELETED', 'Resource has been deleted', 404, { kind: 'x' }],
    [
      '/broken',
      'INTERNAL_ERROR',
      'An unexpected error occurred. Please try again later.',
      500,
      undefined,
    ],
  ])('a decorator conceals: /api/v1/admin%s', async (suffix, code, message, status, details) => {
    const { send } = await startApp(create, parts);
    const path = `/api/v1/admin${suffix}`;

    const answer = await send(path);

    expect(answer.status).toBe(status);
    expect(answer.body).toEqual(nestedBody({ code, message, path, ...(details && { details }) }));
  });
});
