import type { Queryable } from '../database.js';

/** One event for each thing that can go wrong, each named after it. */
export async function seedEvents(database: Queryable): Promise<void> {
  await database.query(
    `INSERT INTO venues (id, name) VALUES ('ven-hall', 'Main Hall') ON CONFLICT DO NOTHING`,
  );
  await database.query(
    `INSERT INTO events (id, organization_id, name, start_date_time, capacity, venue_id)
     SELECT 'evt-' || lower(name), 'org-acme', name || ' event', now() + interval '90 days',
            CASE name WHEN 'Blocked' THEN 1 ELSE 500 END, 'ven-hall'
     FROM unnest(ARRAY['Open', 'Full', 'Basics', 'Blocked', 'Closed', 'Advanced',
                       'Approval', 'Paid', 'Locked']) AS name
     ON CONFLICT DO NOTHING`,
  );
  await seedEventRules(database);
  await seedRegistrations(database);
  await database.query(
    `INSERT INTO booths (id, event_id, name, assigned_to, assigned_at)
     VALUES ('booth-a101', 'evt-open', 'A101', 'Other Company Inc.', '2024-01-10T14:30:00Z'),
            ('booth-a102', 'evt-open', 'A102', NULL, NULL)
     ON CONFLICT DO NOTHING`,
  );
  await database.query(
    `INSERT INTO deleted_events (id, organization_id) VALUES ('evt-deleted', 'org-acme')
     ON CONFLICT DO NOTHING`,
  );
}

async function seedEventRules(database: Queryable): Promise<void> {
  await database.query(
    `UPDATE events SET registration_deadline = '2024-01-01T00:00:00Z'
     WHERE id IN ('evt-closed', 'evt-blocked')`,
  );
  await database.query(
    `UPDATE events SET prerequisite_event_id = 'evt-basics'
     WHERE id IN ('evt-advanced', 'evt-blocked')`,
  );
  await database.query(
    `UPDATE events SET requires_approval = id = 'evt-approval',
                       price = CASE id WHEN 'evt-paid' THEN 100 ELSE 0 END
     WHERE id IN ('evt-approval', 'evt-paid')`,
  );
  await database.query(
    `UPDATE events SET locked_by = 'admin@acme.test', locked_until = now() + interval '1 day'
     WHERE id = 'evt-locked'`,
  );
}

async function seedRegistrations(database: Queryable): Promise<void> {
  await database.query(
    `INSERT INTO registrations (id, event_id, member_id, registered_by)
     SELECT 'reg-full-' || n, 'evt-full', 'member-' || n, 'usr-acme-admin'
     FROM generate_series(1, 500) AS n
     ON CONFLICT DO NOTHING`,
  );
  await database.query(
    `INSERT INTO registrations (id, event_id, member_id, registered_by)
     VALUES ('reg-blocked', 'evt-blocked', 'member-blocked', 'usr-acme-admin'),
            ('reg-basics', 'evt-basics', 'member-basics', 'usr-acme-admin'),
            ('reg-open', 'evt-open', 'member-open', 'usr-acme-admin')
     ON CONFLICT DO NOTHING`,
  );
}
