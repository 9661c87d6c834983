import type { Queryable } from '../database.js';

export async function seedEntryGuard(database: Queryable): Promise<void> {
  await database.query(
    `INSERT INTO credentials (id, organization_id, name, provider)
     VALUES ('550e8400-e29b-41d4-a716-446655440000', 'org-acme', 'AWS production', 'AWS'),
            ('550e8400-e29b-41d4-a716-446655440001', 'org-globex', 'Globex AWS', 'AWS')
     ON CONFLICT DO NOTHING`,
  );
  await database.query(
    `INSERT INTO resources (id, organization_id, owner_id, credential_id, name, provider)
     VALUES ('11111111-1111-4111-8111-111111111111', 'org-acme', 'usr-acme-admin',
             '550e8400-e29b-41d4-a716-446655440000', 'Production Database', 'AWS'),
            ('22222222-2222-4222-8222-222222222222', 'org-globex', 'usr-globex-admin',
             '550e8400-e29b-41d4-a716-446655440001', 'Globex Database', 'AWS')
     ON CONFLICT DO NOTHING`,
  );
}
