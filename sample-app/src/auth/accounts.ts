import { Injectable } from '@nestjs/common';
import { StandardErrors } from 'nestjs-errors';
import { Database } from '../database/database.js';
import { verifyPassword } from './password.js';
import type { ClientPrincipal, Role, UserPrincipal } from './principal.js';

interface UserRow {
  readonly id: string;
  readonly organizationId: string;
  readonly tenant: string;
  readonly email: string;
  readonly role: Role;
  readonly passwordHash: string | null;
}

interface ClientRow {
  readonly id: string;
  readonly organizationId: string;
  readonly tenant: string;
  readonly secretHash: string;
}

const SELECT_USER = `
  SELECT u.id, u.organization_id AS "organizationId", o.code AS tenant, u.email, u.role,
         u.password_hash AS "passwordHash"
  FROM users u JOIN organizations o ON o.id = u.organization_id`;

/** Finds the people and programs that may sign in. */
@Injectable()
export class Accounts {
  constructor(private readonly database: Database) {}

  /** @throws AUTH_CLIENT_INVALID, the same for an unknown address and a wrong password */
  async signIn(email: string, password: string): Promise<UserPrincipal> {
    const [user] = await this.database.query<UserRow>(
      `${SELECT_USER} WHERE lower(u.email) = lower($1)`,
      [email],
    );
    const isRight = await verifyPassword(password, user?.passwordHash);
    if (user === undefined || !isRight) throw StandardErrors.AUTH_CLIENT_INVALID();
    return toPrincipal(user);
  }

  async findUser(id: string): Promise<UserPrincipal | undefined> {
    const [user] = await this.database.query<UserRow>(`${SELECT_USER} WHERE u.id = $1`, [id]);
    return user && toPrincipal(user);
  }

  /** @throws AUTH_CLIENT_INVALID */
  async signInClient(clientId: string, secret: string, scope: string): Promise<ClientPrincipal> {
    const [client] = await this.database.query<ClientRow>(
      `SELECT c.id, c.organization_id AS "organizationId", o.code AS tenant,
              c.secret_hash AS "secretHash"
       FROM clients c JOIN organizations o ON o.id = c.organization_id
       WHERE c.id = $1`,
      [clientId],
    );
    const isRight = await verifyPassword(secret, client?.secretHash);
    if (client === undefined || !isRight) throw StandardErrors.AUTH_CLIENT_INVALID();
    const { id, organizationId, tenant } = client;
    return { kind: 'client', id, organizationId, tenant, scopes: [scope] };
  }
}

function toPrincipal({ id, organizationId, tenant, email, role }: UserRow): UserPrincipal {
  return { kind: 'user', id, organizationId, tenant, email, role };
}
