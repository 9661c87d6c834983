import { Injectable } from '@nestjs/common';
import { StandardErrors } from 'nestjs-errors';
import { ApiKeys } from './api-keys.js';
import type { AuthenticatedRequest } from './authenticated-request.js';
import { CHALLENGE } from './challenge.js';
import type { Principal } from './principal.js';
import { readBearerToken } from './read-bearer-token.js';
import { Tokens } from './tokens.js';

/** Who sends a request: by bearer token, else by API key. */
@Injectable()
export class Authentication {
  constructor(
    private readonly tokens: Tokens,
    private readonly apiKeys: ApiKeys,
  ) {}

  /** @throws AUTH_TOKEN_MISSING, AUTH_TOKEN_INVALID or AUTH_TOKEN_EXPIRED */
  async identify(request: AuthenticatedRequest): Promise<Principal> {
    const token = readBearerToken(request.headers);
    if (token !== undefined) return this.tokens.readAccess(token);
    const key = request.headers['x-api-key'];
    if (typeof key === 'string') return this.apiKeys.read(key);
    throw StandardErrors.AUTH_TOKEN_MISSING(undefined, CHALLENGE);
  }
}
