import { Injectable } from '@nestjs/common';
import { StandardErrors } from 'nestjs-errors';
import { Database } from '../database/database.js';
import { hashApiKey } from './hash-api-key.js';
import type { ClientPrincipal } from './principal.js';

/** Reads the `X-API-Key` of programs that have no token. */
@Injectable()
export class ApiKeys {
  constructor(private readonly database: Database) {}

  /** @throws AUTH_TOKEN_INVALID for an unknown key */
  async read(key: string): Promise<ClientPrincipal> {
    const [row] = await this.database.query<Omit<ClientPrincipal, 'kind'>>(
      `SELECT k.id, k.organization_id AS "organizationId", o.code AS tenant, k.scopes
       FROM api_keys k JOIN organizations o ON o.id = k.organization_id
       WHERE k.key_hash = $1`,
      [hashApiKey(key)],
    );
    if (row === undefined) throw StandardErrors.AUTH_TOKEN_INVALID();
    return { kind: 'api-key', ...row };
  }
}
