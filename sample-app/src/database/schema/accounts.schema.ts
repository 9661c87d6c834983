export const ACCOUNTS_SCHEMA: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS organizations (
    id        text PRIMARY KEY DEFAULT gen_random_uuid(),
    code      text NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    name      text NOT NULL,
    max_users integer NOT NULL DEFAULT 10
  )`,
  `CREATE TABLE IF NOT EXISTS users (
    id              text PRIMARY KEY DEFAULT gen_random_uuid(),
    organization_id text NOT NULL REFERENCES organizations,
    email           text NOT NULL,
    name            text NOT NULL,
    role            text NOT NULL CHECK (role IN ('admin', 'user')),
    password_hash   text,
    created_at      timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE UNIQUE INDEX IF NOT EXISTS users_email_key ON users (lower(email))`,
  `CREATE TABLE IF NOT EXISTS api_keys (
    id              text PRIMARY KEY DEFAULT gen_random_uuid(),
    organization_id text NOT NULL REFERENCES organizations,
    key_hash        text NOT NULL UNIQUE,
    scopes          text[] NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS clients (
    id              text PRIMARY KEY,
    organization_id text NOT NULL REFERENCES organizations,
    secret_hash     text NOT NULL
  )`,
];
