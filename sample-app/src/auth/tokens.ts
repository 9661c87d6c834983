import { Injectable } from '@nestjs/common';
import { JwtService, TokenExpiredError } from '@nestjs/jwt';
import { StandardErrors } from 'nestjs-errors';
import { utcSeconds } from '../utc-seconds.js';
import { CHALLENGE } from './challenge.js';
import type { ClientPrincipal, Principal, UserPrincipal } from './principal.js';

const ACCESS_SECONDS = 900;
const REFRESH_SECONDS = 7 * 24 * 3600;

interface AccessClaims {
  readonly use: 'access';
  readonly principal: Principal;
}

interface RefreshClaims {
  readonly use: 'refresh';
  readonly sub: string;
}

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Issues and reads the JSON Web Tokens of both APIs. */
@Injectable()
export class Tokens {
  constructor(private readonly jwt: JwtService) {}

  issuePair(user: UserPrincipal, expiresInSeconds = ACCESS_SECONDS): TokenPair {
    const refresh: RefreshClaims = { use: 'refresh', sub: user.id };
    return {
      accessToken: this.issueAccess(user, expiresInSeconds),
      refreshToken: this.jwt.sign(refresh, { expiresIn: REFRESH_SECONDS }),
    };
  }

  issueClient(client: ClientPrincipal): string {
    return this.issueAccess(client, ACCESS_SECONDS);
  }

  /** @throws AUTH_TOKEN_EXPIRED or AUTH_TOKEN_INVALID */
  readAccess(token: string): Principal {
    const claims = this.verify(token);
    if (claims.use !== 'access') throw StandardErrors.AUTH_TOKEN_INVALID(undefined, CHALLENGE);
    return claims.principal;
  }

  /** The id of the user whom the refresh token belongs to. */
  readRefresh(token: string): string {
    const claims = this.verify(token);
    if (claims.use !== 'refresh') throw StandardErrors.AUTH_TOKEN_INVALID(undefined, CHALLENGE);
    return claims.sub;
  }

  private issueAccess(principal: Principal, expiresIn: number): string {
    const claims: AccessClaims = { use: 'access', principal };
    return this.jwt.sign(claims, { expiresIn });
  }

  private verify(token: string): AccessClaims | RefreshClaims {
    try {
      return this.jwt.verify<AccessClaims | RefreshClaims>(token);
    } catch (cause) {
      if (!(cause instanceof TokenExpiredError)) {
        throw StandardErrors.AUTH_TOKEN_INVALID(undefined, { ...CHALLENGE, cause });
      }
      throw StandardErrors.AUTH_TOKEN_EXPIRED(
        {
          expiredAt: utcSeconds(cause.expiredAt),
          hint: 'Request new token using refresh token or client credentials',
        },
        { ...CHALLENGE, cause },
      );
    }
  }
}
