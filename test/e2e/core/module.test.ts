import {
  Body,
  type CanActivate,
  Catch,
  Controller,
  type ExceptionFilter,
  Get,
  Injectable,
  Module,
  NotFoundException,
  Post,
  Scope,
  UseFilters,
} from '@nestjs/common';
import type { ArgumentsHost } from '@nestjs/common';
import { APP_GUARD, HttpAdapterHost, NestFactory } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Throttle } from '@nestjs/throttler';
import { IsEmail } from 'class-validator';
import {
  ErrorsFilter,
  ErrorsModule,
  type ErrorsModuleOptions,
  FieldValidationPipe,
  RateLimitGuard,
} from 'nestjs-errors';
import { afterEach, describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';
import { request } from '../../support/request';

class CatDto {
  @IsEmail() email!: string;
}

@Catch(NotFoundException)
class TeapotFilter implements ExceptionFilter {
  constructor(private readonly host: HttpAdapterHost) {}

  catch(_exception: unknown, host: ArgumentsHost): void {
    this.host.httpAdapter.reply(host.getArgByIndex(1), { short: 'stout' }, 418);
  }
}

@Controller('cats')
class CatsController {
  @Get() @Throttle({ default: { limit: 1, ttl: 60_000 } }) list(): string[] {
    return [];
  }

  @Get('missing') missing(): never {
    throw new NotFoundException('Cat not found');
  }

  @Get('teapot') @UseFilters(TeapotFilter) teapot(): never {
    throw new NotFoundException('Cat not found');
  }

  @Post() create(@Body() cat: CatDto): CatDto {
    return cat;
  }
}

@Injectable({ scope: Scope.REQUEST })
class RequestState {
  readonly message = 'Of this request';
}

@Controller({ path: 'scoped', scope: Scope.REQUEST })
class ScopedController {
  constructor(private readonly state: RequestState) {}

  @Get() get(): never {
    throw new NotFoundException(this.state.message);
  }
}

const controllers = [CatsController];
const MISSING = nestedBody({
  code: 'RESOURCE_NOT_FOUND',
  message: 'Cat not found',
  path: '/cats/missing',
});

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((app) => app.close()));
});

describe.each(PLATFORMS)('The module on %s', (_name, create) => {
  async function startAsync(options: ErrorsModuleOptions) {
    @Module({
      imports: [
        ErrorsModule.forRootAsync({ useFactory: async () => Promise.resolve(options) }),
        ErrorsModule.forFeature({ path: '/cats' }),
      ],
      controllers,
    })
    class AsyncModule {}
    const app = await NestFactory.create(AsyncModule, create(), { logger: false });
    await app.listen(0, '127.0.0.1');
    closing.push(app);
    return async (path: string, init?: Parameters<typeof request>[1]) =>
      request(`${await app.getUrl()}${path}`, init);
  }

  it('registers all four features without an argument', async () => {
    const { send } = await startApp(create, { controllers });

    const missing = await send('/cats/missing');
    const invalid = await send('/cats', { body: { email: 'x' } });
    const first = await send('/cats');
    const second = await send('/cats');

    expect(missing.body).toEqual(MISSING);
    expect(invalid.status).toBe(422);
    expect([first.status, second.status]).toEqual([200, 429]);
    expect(first.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(first.headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('takes its options from a factory', async () => {
    const send = await startAsync({ format: 'flat' });

    expect((await send('/cats/missing')).body).toMatchObject({ status: 404, error: 'Not Found' });
    expect((await send('/cats', { body: { email: 'x' } })).status).toBe(400);
    expect((await send('/cats')).headers.get('x-ratelimit-limit')).toBe('1');
  });

  it('switches features off by a factory', async () => {
    const send = await startAsync({ validation: false, throttling: false, tracing: false });

    const created = await send('/cats', { body: { email: 'x' } });
    const missing = await send('/cats/missing');
    await send('/cats');
    const listed = await send('/cats');

    expect(created.status).toBe(201);
    expect(listed.status).toBe(200);
    expect(listed.headers.get('x-ratelimit-limit')).toBeNull();
    expect(listed.headers.get('x-trace-id')).toBeNull();
    expect(missing.body).toEqual({
      error: { ...(MISSING.error as object), traceId: undefined },
    });
  });

  it('works in a testing module, where its parts can be overridden', async () => {
    const open: CanActivate = { canActivate: () => true };
    const builder = Test.createTestingModule({ imports: [ErrorsModule.forRoot()], controllers });
    const module = await builder.overrideProvider(RateLimitGuard).useValue(open).compile();
    const app = module.createNestApplication(create(), { logger: false });
    await app.listen(0, '127.0.0.1');
    closing.push(app);
    const url = await app.getUrl();

    await request(`${url}/cats`);
    const second = await request(`${url}/cats`);

    expect(second.status).toBe(200);
    expect(second.headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/);
    expect((await request(`${url}/cats/missing`)).body).toEqual(MISSING);
  });

  it('yields to a filter of the handler', async () => {
    const { send } = await startApp(create, { controllers });

    const answer = await send('/cats/teapot');

    expect(answer.status).toBe(418);
    expect(answer.body).toEqual({ short: 'stout' });
  });

  it('serves request-scoped controllers', async () => {
    const { send } = await startApp(create, {
      controllers: [ScopedController],
      providers: [RequestState],
    });

    expect((await send('/scoped')).body).toEqual(
      nestedBody({ code: 'RESOURCE_NOT_FOUND', message: 'Of this request', path: '/scoped' }),
    );
  });

  it('keeps its contract below a global prefix', async () => {
    const { send } = await startApp(create, {
      controllers,
      configure: (app) => app.setGlobalPrefix('api'),
    });

    expect((await send('/api/cats/missing')).body).toEqual(
      nestedBody({
        code: 'RESOURCE_NOT_FOUND',
        message: 'Cat not found',
        path: '/api/cats/missing',
      }),
    );
    expect((await send('/api/cats', { method: 'PUT' })).status).toBe(405);
    expect((await send('/api/dogs')).status).toBe(404);
  });

  it('lets classes be used on their own: a global filter and pipe from main.ts', async () => {
    const { send } = await startApp(create, {
      controllers,
      options: { validation: false },
      configure: (app) => {
        app.useGlobalPipes(new FieldValidationPipe({ whitelist: true, transform: true }));
        app.useGlobalFilters(app.get(ErrorsFilter));
      },
    });

    const created = await send('/cats', { body: { email: 'a@b.example', extra: 1 } });

    expect(created.body).toEqual({ email: 'a@b.example' });
    expect((await send('/cats', { body: {} })).status).toBe(422);
    expect((await send('/cats/missing')).body).toEqual(MISSING);
  });

  it('runs after a global guard of a module imported before it', async () => {
    @Module({ providers: [{ provide: APP_GUARD, useValue: { canActivate: () => false } }] })
    class AuthModule {}
    const { send } = await startApp(create, { controllers, imports: [AuthModule] });

    expect((await send('/cats/missing')).status).toBe(403);
  });
});

describe('Options', () => {
  it.each<[string, () => unknown, string]>([
    [
      'unknown',
      () => ErrorsModule.forRoot({ formt: 'flat' } as ErrorsModuleOptions),
      'ErrorsModule.forRoot has no option "formt". Did you mean "format"?',
    ],
    [
      'a format nobody knows',
      () => ErrorsModule.forRoot({ format: 'xml' } as unknown as ErrorsModuleOptions),
      `format: "xml" is not known. Use 'nested', 'flat', 'problem' or an ErrorFormat object.`,
    ],
    [
      'a proxy range that is none',
      () => ErrorsModule.forRoot({ trustProxies: ['10.0.0.0/99'] }),
      'trustProxies: "10.0.0.0/99" is neither an address nor a range such as "10.0.0.0/8".',
    ],
    [
      'a mapper that is none',
      () => ErrorsModule.forRoot({ mappers: ['x'] } as unknown as ErrorsModuleOptions),
      'mappers must be a list of functions.',
    ],
    [
      'a feature path without a slash',
      () => ErrorsModule.forFeature({ path: 'api' }),
      'ErrorsModule.forFeature needs a path that begins with "/", such as "/api/v1".',
    ],
    [
      'an unknown log option',
      () => ErrorsModule.forRoot({ log: { levels: [] } } as unknown as ErrorsModuleOptions),
      'log has no option "levels". Did you mean "level"?',
    ],
  ])('that are %s are an error at start', (_case, make, message) => {
    expect(make).toThrow(message);
  });

  it.each<[string, NonNullable<Parameters<typeof Module>[0]['imports']>, string]>([
    [
      'forFeature without forRoot',
      [ErrorsModule.forFeature({ path: '/a' })],
      "ErrorsModule.forFeature({ path: '/a' }) needs ErrorsModule.forRoot() in the root module.",
    ],
    [
      'a path given twice',
      [
        ErrorsModule.forRoot(),
        ErrorsModule.forFeature({ path: '/a' }),
        ErrorsModule.forFeature({ path: '/a/' }),
      ],
      'ErrorsModule.forFeature: the path "/a/" is given twice. Merge the two.',
    ],
  ])('refuse %s', async (_case, imports, message) => {
    await expect(Test.createTestingModule({ imports }).compile()).rejects.toThrow(message);
  });
});
