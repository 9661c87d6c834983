import { Controller, ForbiddenException, Get, Res, UnauthorizedException } from '@nestjs/common';
import { Conceal, StandardErrors } from 'nestjs-errors';
import { assertIndistinguishable } from 'nestjs-errors/testing';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';

interface HeaderSetter {
  header(name: string, value: string): unknown;
}

const MAP = { PERMISSION_DENIED: 'RESOURCE_NOT_FOUND' };

@Controller()
class InvoicesController {
  @Get('map/foreign') @Conceal(MAP) foreign(): never {
    throw StandardErrors.PERMISSION_DENIED(
      { owner: 'globex' },
      { message: 'Of globex', headers: { 'X-Owner': 'globex' } },
    );
  }

  @Get('map/missing') missing(): never {
    throw StandardErrors.RESOURCE_NOT_FOUND();
  }

  @Get('details/foreign')
  @Conceal(({ code }) =>
    code === 'PERMISSION_DENIED'
      ? StandardErrors.RESOURCE_NOT_FOUND({ resourceType: 'Invoice', resourceId: 'a' })
      : undefined,
  )
  foreignDetails(): never {
    throw new ForbiddenException();
  }

  /** As guards do that speak to the response themselves. */
  @Get('headers/foreign')
  @Conceal({ AUTH_CLIENT_INVALID: 'RESOURCE_NOT_FOUND' })
  foreignHeaders(@Res({ passthrough: true }) response: HeaderSetter): never {
    response.header('WWW-Authenticate', 'Basic realm="globex"');
    response.header('Retry-After', '60');
    throw new UnauthorizedException();
  }

  @Get('headers/missing') missingHeaders(): never {
    throw StandardErrors.RESOURCE_NOT_FOUND();
  }

  @Get('details/missing') missingDetails(): never {
    throw StandardErrors.RESOURCE_NOT_FOUND({ resourceType: 'Invoice', resourceId: 'b' });
  }
}

const controllers = [InvoicesController];
const ACCEPTS = ['application/json', 'application/problem+json'];

describe.each(PLATFORMS)('A concealed failure on %s', (_name, create) => {
  it.each(
    ['nested', 'flat', 'problem'].flatMap((format) =>
      ['map', 'details', 'headers'].flatMap((way) =>
        ACCEPTS.map((accept) => [format, way, accept] as const),
      ),
    ),
  )('in format %s, by %s, for %s is as the genuine one', async (format, way, accept) => {
    const { send } = await startApp(create, {
      controllers,
      options: { format: format as 'nested' },
    });

    const concealed = await send(`/${way}/foreign`, { headers: { accept } });
    const genuine = await send(`/${way}/missing`, { headers: { accept } });

    assertIndistinguishable(concealed, genuine);
    expect(JSON.stringify([concealed.body, ...concealed.headers])).not.toContain('globex');
  });
});

describe('assertIndistinguishable', () => {
  const answer = {
    status: 404,
    headers: { 'Content-Type': 'application/json', 'X-RateLimit-Remaining': '3' },
    body: { error: { code: 'A', message: 'm', details: { id: '1' }, timestamp: 't', path: '/1' } },
  };

  it('takes what differs between any two requests as the same', () => {
    assertIndistinguishable(answer, {
      statusCode: 404,
      headers: new Headers({ 'content-type': 'application/json', 'x-ratelimit-remaining': '2' }),
      body: JSON.stringify({
        error: {
          ...answer.body.error,
          details: { id: '22' },
          timestamp: 'u',
          path: '/2'.repeat(50),
        },
      }),
    });
  });

  it.each<[string, object, string]>([
    ['status', { status: 403 }, 'status: "404", but "403"'],
    [
      'a header',
      { headers: { ...answer.headers, 'X-Owner': 'a' } },
      'header x-owner: absent, but "a"',
    ],
    [
      'the code',
      { body: { error: { ...answer.body.error, code: 'B' } } },
      'body.error.code: "A", but "B"',
    ],
    [
      'a name in the details',
      { body: { error: { ...answer.body.error, details: { id: '1', tenant: 'x' } } } },
      'body.error.details.tenant: absent, but "string"',
    ],
    [
      'the size',
      { body: { error: { ...answer.body.error, details: { id: '1'.repeat(18) } } } },
      'size: 80 characters, but 97',
    ],
    ['the kind of body', { body: 'Not found' }, 'body: absent, but "Not found"'],
  ])('tells that %s differs', (_case, changes, difference) => {
    expect(() => assertIndistinguishable(answer, { ...answer, ...changes })).toThrow(difference);
  });
});
