import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../../database/database.js';
import { onlyRow } from '../../database/only-row.js';
import { EntryGuardErrors } from '../entryguard-errors.js';
import type { CreateUserDto } from './create-user.dto.js';

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
}

@Injectable()
export class UsersService {
  constructor(private readonly database: Database) {}

  list(organizationId: string): Promise<User[]> {
    return this.database.query<User>(
      'SELECT id, email, name, role FROM users WHERE organization_id = $1 ORDER BY email',
      [organizationId],
    );
  }

  create(organizationId: string, { email, name }: CreateUserDto): Promise<User> {
    return this.database.transaction(async (tx) => {
      await this.checkLimit(tx, organizationId);
      return onlyRow(
        await tx.query<User>(
          `INSERT INTO users (organization_id, email, name, role) VALUES ($1, $2, $3, 'user')
           RETURNING id, email, name, role`,
          [organizationId, email, name],
        ),
      );
    });
  }

  /** Locks the organisation, so that of several requests at once each sees the others' users. */
  private async checkLimit(tx: Queryable, organizationId: string): Promise<void> {
    const { maxUsers } = onlyRow(
      await tx.query<{ maxUsers: number }>(
        'SELECT max_users AS "maxUsers" FROM organizations WHERE id = $1 FOR UPDATE',
        [organizationId],
      ),
    );
    const { users } = onlyRow(
      await tx.query<{ users: number }>(
        'SELECT count(*)::integer AS users FROM users WHERE organization_id = $1',
        [organizationId],
      ),
    );
    if (users < maxUsers) return;
    throw EntryGuardErrors.BUSINESS_USER_LIMIT_REACHED(
      { maxUsers },
      { message: `Maximum number of users (${maxUsers}) reached for your organization` },
    );
  }
}
