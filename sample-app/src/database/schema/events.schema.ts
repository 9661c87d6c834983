export const EVENTS_SCHEMA: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS venues (
    id   text PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS events (
    id                    text PRIMARY KEY DEFAULT gen_random_uuid(),
    organization_id       text NOT NULL REFERENCES organizations,
    name                  text NOT NULL,
    start_date_time       timestamptz NOT NULL,
    capacity              integer NOT NULL CHECK (capacity > 0),
    venue_id              text CONSTRAINT events_venue_id_fkey REFERENCES venues,
    has_waitlist          boolean NOT NULL DEFAULT true,
    registration_deadline timestamptz,
    prerequisite_event_id text REFERENCES events,
    requires_approval     boolean NOT NULL DEFAULT false,
    price                 numeric(10, 2) NOT NULL DEFAULT 0,
    locked_by             text,
    locked_until          timestamptz,
    CONSTRAINT events_name_key UNIQUE (organization_id, name)
  )`,
  `CREATE TABLE IF NOT EXISTS deleted_events (
    id              text PRIMARY KEY,
    organization_id text NOT NULL REFERENCES organizations,
    deleted_at      timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE TABLE IF NOT EXISTS registrations (
    id            text PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id      text NOT NULL CONSTRAINT registrations_event_id_fkey REFERENCES events,
    member_id     text NOT NULL,
    registered_by text NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT registrations_member_key UNIQUE (event_id, member_id)
  )`,
  `CREATE TABLE IF NOT EXISTS booths (
    id          text PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id    text NOT NULL REFERENCES events ON DELETE CASCADE,
    name        text NOT NULL,
    assigned_to text,
    assigned_at timestamptz,
    UNIQUE (event_id, name)
  )`,
];
