import { hashApiKey } from '../../auth/hash-api-key.js';
import { hashPassword } from '../../auth/password.js';
import type { Queryable } from '../database.js';

const PASSWORD = 'correct-horse-battery';

export async function seedAccounts(database: Queryable): Promise<void> {
  await database.query(
    `INSERT INTO organizations (id, code, name)
     VALUES ('org-acme', 'acme', 'Acme'), ('org-globex', 'globex', 'Globex')
     ON CONFLICT DO NOTHING`,
  );
  await seedUsers(database, await hashPassword(PASSWORD));
  await database.query(
    `INSERT INTO api_keys (id, organization_id, key_hash, scopes)
     VALUES ('key-sessions', 'org-acme', $1, '{sessions}') ON CONFLICT DO NOTHING`,
    [hashApiKey('demo-sessions-key')],
  );
  await database.query(
    `INSERT INTO clients (id, organization_id, secret_hash)
     VALUES ('demo-client', 'org-acme', $1) ON CONFLICT DO NOTHING`,
    [await hashPassword('demo-secret')],
  );
}

/** Acme gets ten users, which is as many as it may have. */
async function seedUsers(database: Queryable, passwordHash: string): Promise<void> {
  await database.query(
    `INSERT INTO users (id, organization_id, email, name, role, password_hash)
     VALUES ('usr-acme-admin', 'org-acme', 'admin@acme.test', 'Acme Admin', 'admin', $1),
            ('usr-acme-user', 'org-acme', 'user@acme.test', 'Acme User', 'user', $1),
            ('usr-globex-admin', 'org-globex', 'admin@globex.test', 'Globex Admin', 'admin', $1)
     ON CONFLICT DO NOTHING`,
    [passwordHash],
  );
  await database.query(
    `INSERT INTO users (id, organization_id, email, name, role)
     SELECT 'usr-acme-' || n, 'org-acme', 'member' || n || '@acme.test', 'Member ' || n, 'user'
     FROM generate_series(1, 8) AS n
     ON CONFLICT DO NOTHING`,
  );
}
