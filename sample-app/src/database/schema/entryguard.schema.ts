export const ENTRYGUARD_SCHEMA: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS credentials (
    id              text PRIMARY KEY DEFAULT gen_random_uuid(),
    organization_id text NOT NULL REFERENCES organizations,
    name            text NOT NULL,
    provider        text NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS resources (
    id              text PRIMARY KEY DEFAULT gen_random_uuid(),
    organization_id text NOT NULL REFERENCES organizations,
    owner_id        text NOT NULL,
    credential_id   text REFERENCES credentials,
    name            text NOT NULL,
    provider        text NOT NULL,
    config          jsonb NOT NULL DEFAULT '{}',
    status          text NOT NULL DEFAULT 'ACTIVE',
    created_at      timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE TABLE IF NOT EXISTS sessions (
    id              text PRIMARY KEY DEFAULT gen_random_uuid(),
    organization_id text NOT NULL REFERENCES organizations,
    owner_id        text NOT NULL,
    started_at      timestamptz NOT NULL DEFAULT now(),
    expires_at      timestamptz NOT NULL
  )`,
];
