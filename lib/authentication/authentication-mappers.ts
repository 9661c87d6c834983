import type { ErrorMapper } from '../record/error-mapper';
import { authGuardMapper } from './auth-guard.mapper';
import { expressJwtMapper } from './express-jwt.mapper';
import { fastifyJwtMapper } from './fastify-jwt.mapper';
import { joseMapper } from './jose.mapper';
import { jsonWebTokenMapper } from './json-web-token.mapper';
import { oauthMapper } from './oauth.mapper';
import { passportMapper } from './passport.mapper';

/** Failures of the caller's credentials; each source knows its own, in any order. */
export const AUTHENTICATION_MAPPERS: readonly ErrorMapper[] = [
  jsonWebTokenMapper,
  joseMapper,
  authGuardMapper,
  passportMapper,
  expressJwtMapper,
  fastifyJwtMapper,
  oauthMapper,
];
