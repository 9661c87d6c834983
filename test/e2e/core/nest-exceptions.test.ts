import {
  BadRequestException,
  ConflictException,
  Controller,
  ForbiddenException,
  Get,
  GoneException,
  HttpException,
  InternalServerErrorException,
  NotFoundException,
  Param,
  ServiceUnavailableException,
  UnauthorizedException,
  UseGuards,
} from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { NEST_MAJOR } from '../../support/nest-major';
import { PLATFORMS, startApp } from '../../support/platforms';

const denyAll = { canActivate: () => false };
const rejectAll = {
  canActivate(): boolean {
    throw new UnauthorizedException();
  },
};

const THROWN: Record<string, () => unknown> = {
  'not-found-text': () => new NotFoundException('Cat not found'),
  'not-found': () => new NotFoundException(),
  conflict: () => new ConflictException({ message: 'Name taken', errorCode: 'CATS_NAME_TAKEN' }),
  'conflict-option': () => new ConflictException('Name taken', { errorCode: 'CATS_NAME_TAKEN' }),
  members: () => new BadRequestException({ message: 'Bad cat', lives: 9 }),
  list: () => new BadRequestException(['first', 'second']),
  gone: () => new GoneException(),
  teapot: () => new HttpException('I am a teapot', 418),
  unauthorized: () => new UnauthorizedException(),
  forbidden: () => new ForbiddenException(),
  internal: () => new InternalServerErrorException('password=hunter2'),
  unavailable: () => new ServiceUnavailableException('db-7.internal is down'),
};

@Controller()
class ThrowingController {
  @Get('guarded/denied') @UseGuards(denyAll) denied() {}
  @Get('guarded/rejected') @UseGuards(rejectAll) rejected() {}

  @Get('nest/:name')
  throwIt(@Param('name') name: string): never {
    throw THROWN[name]?.();
  }
}

describe.each(PLATFORMS)('Nest exceptions on %s', (_name, create) => {
  it.each([
    ['not-found-text', 404, 'RESOURCE_NOT_FOUND', 'Cat not found', undefined],
    ['not-found', 404, 'RESOURCE_NOT_FOUND', 'Resource not found', undefined],
    ['conflict', 409, 'CATS_NAME_TAKEN', 'Name taken', undefined],
    // The option came with Nest 12.
    [
      'conflict-option',
      409,
      NEST_MAJOR >= 12 ? 'CATS_NAME_TAKEN' : 'RESOURCE_CONFLICT',
      'Name taken',
      undefined,
    ],
    ['members', 400, 'BAD_REQUEST', 'Bad cat', { lives: 9 }],
    ['list', 400, 'BAD_REQUEST', 'first; second', undefined],
    ['gone', 410, 'RESOURCE_DELETED', 'Resource has been deleted', undefined],
    ['teapot', 418, 'REQUEST_FAILED', 'I am a teapot', undefined],
    ['unauthorized', 401, 'AUTH_CLIENT_INVALID', 'Client credentials are invalid', undefined],
    [
      'forbidden',
      403,
      'PERMISSION_DENIED',
      'You do not have permission to perform this action',
      undefined,
    ],
    [
      'internal',
      500,
      'INTERNAL_ERROR',
      'An unexpected error occurred. Please try again later.',
      undefined,
    ],
    [
      'unavailable',
      503,
      'SERVICE_UNAVAILABLE',
      'The service is temporarily unavailable',
      undefined,
    ],
  ])(
    '%s keeps its status and gets the code of it',
    async (name, status, code, message, details) => {
      const { send } = await startApp(create, { controllers: [ThrowingController] });

      const answer = await send(`/nest/${name}`);

      expect(answer.status).toBe(status);
      expect(answer.body).toEqual(
        nestedBody({ code, message, path: `/nest/${name}`, ...(details && { details }) }),
      );
    },
  );

  it('tells a missing token from a wrong one on a guarded route', async () => {
    const { send } = await startApp(create, { controllers: [ThrowingController] });

    const missing = await send('/guarded/rejected');
    const invalid = await send('/guarded/rejected', { headers: { authorization: 'Bearer x' } });

    expect(missing.body).toEqual(
      nestedBody({
        code: 'AUTH_TOKEN_MISSING',
        message: 'Authentication is required to access this resource',
        path: '/guarded/rejected',
      }),
    );
    expect(invalid.body).toEqual(
      nestedBody({
        code: 'AUTH_TOKEN_INVALID',
        message: 'Access token is invalid',
        path: '/guarded/rejected',
      }),
    );
    expect([missing.status, invalid.status]).toEqual([401, 401]);
  });

  it('answers a guard that returns false with PERMISSION_DENIED', async () => {
    const { send } = await startApp(create, { controllers: [ThrowingController] });

    const answer = await send('/guarded/denied');

    expect(answer.status).toBe(403);
    expect(answer.body).toEqual(
      nestedBody({
        code: 'PERMISSION_DENIED',
        message: 'You do not have permission to perform this action',
        path: '/guarded/denied',
      }),
    );
  });
});
