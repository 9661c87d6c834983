import { Controller, Get, Post, UnauthorizedException, UseGuards } from '@nestjs/common';
import { sign } from 'jsonwebtoken';
import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../support/platforms';
import { CANARY, expectAnswer } from './failure-row';
import { AuthGuard, KEY, passport } from './passport-guard';
import { isNest11 } from './is-nest-11';
import { useApp } from './shared-app';
import { EXPIRED, EXPIRED_AT, INVALID, MISSING } from './token-answers';

const inItsOwnWords = AuthGuard('jwt', (_error, _user, cause) => {
  throw new UnauthorizedException('Please sign in', { cause });
});
const inTheWordsOfTheInfo = AuthGuard('jwt', (_error, _user, info) => {
  throw new UnauthorizedException((info as Error).message);
});
const withTheInfo = AuthGuard('jwt', (_error, _user, info) => {
  throw new UnauthorizedException(info);
});
const theInfo = AuthGuard('jwt', (_error, _user, info) => {
  throw info;
});
const withACode = AuthGuard('jwt', (_error, _user, cause) => {
  throw new UnauthorizedException('Unauthorized', { cause, errorCode: 'SIGN_IN_FIRST' });
});

@Controller()
class GuardedController {
  @UseGuards(AuthGuard('jwt')) @Get('bare') bare() {}
  @UseGuards(AuthGuard(['local', 'jwt'])) @Get('several') several() {}
  @UseGuards(AuthGuard(['jwt', 'jwt-of-its-own'])) @Get('two-places') twoPlaces() {}
  @UseGuards(AuthGuard('jwt-without-users')) @Get('unknown-user') unknownUser() {}
  @UseGuards(AuthGuard('local')) @Post('login') login() {}
  @UseGuards(inItsOwnWords) @Get('in-its-own-words') inItsOwnWords() {}
  @UseGuards(inTheWordsOfTheInfo) @Get('in-the-words-of-the-info') inTheWordsOfTheInfo() {}
  @UseGuards(withTheInfo) @Get('with-the-info') withTheInfo() {}
  @UseGuards(theInfo) @Get('the-info') theInfo() {}
  @UseGuards(withACode) @Get('with-a-code') withACode() {}
}

const expired = { authorization: `Bearer ${sign({ user: CANARY, exp: EXPIRED_AT }, KEY)}` };
const expiredElsewhere = { 'x-access-token': sign({ exp: EXPIRED_AT }, KEY) };
const valid = { authorization: `Bearer ${sign({ user: CANARY }, KEY)}` };
const garbage = { authorization: `Bearer ${CANARY}` };

const OWN_WORDS = { message: 'Please sign in' };

describe.each(PLATFORMS)('A guard of passport, told on %s', (_name, create) => {
  const { send } = useApp(create, { controllers: [GuardedController] });

  it.each([
    ['/bare', 'an expired token', expired, EXPIRED],
    ['/bare', 'garbage', garbage, INVALID],
    ['/bare', 'no token', {}, MISSING],
    ['/several', 'an expired token', expired, EXPIRED],
    ['/several', 'no token', {}, MISSING],
    ['/two-places', 'an expired token in the second', expiredElsewhere, EXPIRED],
    ['/unknown-user', 'a valid token', valid, INVALID],
    ['/in-its-own-words', 'an expired token', expired, { ...EXPIRED, ...OWN_WORDS }],
    ['/in-its-own-words', 'garbage', garbage, { ...INVALID, ...OWN_WORDS }],
    ['/in-its-own-words', 'no token', {}, { ...MISSING, ...OWN_WORDS }],
    ['/in-the-words-of-the-info', 'an expired token', expired, EXPIRED],
    ['/in-the-words-of-the-info', 'garbage', garbage, INVALID],
    ['/with-the-info', 'an expired token', expired, EXPIRED],
    ['/with-the-info', 'no token', {}, MISSING],
    ['/the-info', 'an expired token', expired, EXPIRED],
    ['/the-info', 'garbage', garbage, INVALID],
    ['/the-info', 'no token', {}, MISSING],
  ] as const)('%s with %s', async (path, _given, headers, expected) => {
    expectAnswer(await send(path, { headers }), { ...expected, path });
  });

  it('is about the password where a password was sent', async () => {
    const path = '/login';

    const answer = await send(path, { body: { password: CANARY } });

    expectAnswer(answer, { code: 'AUTH_CLIENT_INVALID', path, method: 'POST' });
  });

  it('keeps the code that its author chose, where Nest knows codes', async () => {
    const answer = await send('/with-a-code', { headers: expired });

    const code = isNest11() ? 'AUTH_TOKEN_EXPIRED' : 'SIGN_IN_FIRST';
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ error: { code } });
  });
});

describe.each(PLATFORMS)('The middleware of passport, told on %s', (_name, create) => {
  const { send } = useApp(create, {
    controllers: [],
    configure: (app) =>
      app.use(passport.authenticate('jwt', { session: false, failWithError: true })),
  });

  it.each([
    ['a token that it refuses', garbage, INVALID],
    ['no token', {}, MISSING],
  ] as const)('with %s', async (_given, headers, expected) => {
    expectAnswer(await send('/', { headers }), { ...expected, path: '/' });
  });
});
