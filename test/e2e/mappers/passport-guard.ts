import {
  type CanActivate,
  type ExecutionContext,
  mixin,
  type Type,
  UnauthorizedException,
} from '@nestjs/common';
import { Passport } from 'passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { CANARY } from './failure-row';

export const KEY = `${CANARY}-of-32-bytes-or-more-as-HS256-wants`;

type HandleRequest = (error: unknown, user: unknown, info: unknown) => unknown;

const options = {
  secretOrKey: KEY,
  jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
};

const ownOptions = { ...options, jwtFromRequest: ExtractJwt.fromHeader('x-access-token') };

/** Refuses as passport-local does, whose `info` is no error. */
const local = {
  authenticate(this: { fail(info: object): void }) {
    this.fail({ message: 'Missing credentials' });
  },
};

export const passport = new Passport()
  .use('jwt', new Strategy(options, (payload, done) => done(null, payload)))
  .use('jwt-of-its-own', new Strategy(ownOptions, (payload, done) => done(null, payload)))
  .use('jwt-without-users', new Strategy(options, (_payload, done) => done(null, false)))
  .use('local', local);

/** `AuthGuard(strategy)` of @nestjs/passport: what it leaves on the request, and what it throws. */
export function AuthGuard(
  strategy: string | readonly string[],
  handleRequest: HandleRequest = (error, user) => {
    if (error || !user) throw error ?? new UnauthorizedException();
  },
): Type<CanActivate> {
  class PassportGuard implements CanActivate {
    async canActivate(context: ExecutionContext): Promise<boolean> {
      const request = context.switchToHttp().getRequest<{ authInfo?: unknown }>();
      const response = context.switchToHttp().getResponse<object>();
      await new Promise<void>((resolve, reject) => {
        const decide: HandleRequest = (error, user, info) => {
          request.authInfo = info;
          try {
            handleRequest(error, user, info);
            resolve();
          } catch (refusal) {
            reject(refusal);
          }
        };
        passport.authenticate(strategy, { session: false }, decide)(request, response, reject);
      });
      return true;
    }
  }
  return mixin(PassportGuard);
}
