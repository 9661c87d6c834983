import {
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  UnauthorizedException,
  UseGuards,
} from '@nestjs/common';
import { Conceal, StandardErrors } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../support/platforms';
import { useApp } from './shared-app';

class Refuse implements CanActivate {
  canActivate(): boolean {
    throw new UnauthorizedException();
  }
}

interface Challengeable {
  header(name: string, value: string): unknown;
}

class RefuseItsOwnWay implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const response = context.switchToHttp().getResponse<Challengeable>();
    response.header('WWW-Authenticate', 'Bearer realm="shop"');
    throw new UnauthorizedException();
  }
}

@Controller()
class GuardedController {
  @UseGuards(Refuse) @Get('refused') refused() {}

  @UseGuards(RefuseItsOwnWay) @Get('refused-its-own-way') refusedItsOwnWay() {}

  @Get('thrown') thrown() {
    throw StandardErrors.AUTH_TOKEN_EXPIRED();
  }

  @Get('thrown-with-its-own') thrownWithItsOwn() {
    const headers = { 'WWW-Authenticate': 'DPoP algs="ES256"' };
    throw StandardErrors.AUTH_TOKEN_INVALID(undefined, { headers });
  }

  @Conceal({ AUTH_TOKEN_INVALID: 'RESOURCE_NOT_FOUND' })
  @Get('concealed')
  concealed() {
    throw StandardErrors.AUTH_TOKEN_INVALID();
  }
}

const INVALID_TOKEN = 'Bearer error="invalid_token", error_description=';

describe.each(PLATFORMS)('The challenge of a 401 on %s', (_name, create) => {
  const { send } = useApp(create, { controllers: [GuardedController] });

  it.each([
    ['/refused', {}, 401, 'Bearer'],
    [
      '/refused',
      { authorization: 'Bearer x' },
      401,
      `${INVALID_TOKEN}"The access token is invalid"`,
    ],
    ['/refused-its-own-way', {}, 401, 'Bearer realm="shop"'],
    ['/thrown', {}, 401, `${INVALID_TOKEN}"The access token expired"`],
    ['/thrown-with-its-own', {}, 401, 'DPoP algs="ES256"'],
    ['/concealed', {}, 404, null],
  ] as const)('%s with %j is %i with %s', async (path, headers, status, expected) => {
    const answer = await send(path, { headers });

    expect(answer.status).toBe(status);
    expect(answer.headers.get('www-authenticate')).toBe(expected);
  });
});
