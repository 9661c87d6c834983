import { Injectable } from '@nestjs/common';
import { hashPassword } from '../../auth/password.js';
import { Database } from '../../database/database.js';
import { onlyRow } from '../../database/only-row.js';
import { utcSeconds } from '../../utc-seconds.js';
import type { RegisterDto } from './register.dto.js';

export interface RegisteredOrganization {
  readonly id: string;
  readonly organizationName: string;
  readonly email: string;
  readonly createdAt: string;
}

@Injectable()
export class OrganizationsService {
  constructor(private readonly database: Database) {}

  /**
   * Creates an organisation and its first administrator. Nothing looks first whether the address
   * is taken: only the unique index can tell when two arrive at once.
   */
  async register({
    organizationName,
    email,
    password,
  }: RegisterDto): Promise<RegisteredOrganization> {
    const passwordHash = await hashPassword(password);
    return this.database.transaction(async (tx) => {
      const organization = onlyRow(
        await tx.query<{ id: string }>(
          'INSERT INTO organizations (name) VALUES ($1) RETURNING id',
          [organizationName],
        ),
      );
      const user = onlyRow(
        await tx.query<{ id: string; createdAt: Date }>(
          `INSERT INTO users (organization_id, email, name, role, password_hash)
           VALUES ($1, $2, $2, 'admin', $3)
           RETURNING id, created_at AS "createdAt"`,
          [organization.id, email, passwordHash],
        ),
      );
      return { id: user.id, organizationName, email, createdAt: utcSeconds(user.createdAt) };
    });
  }
}
