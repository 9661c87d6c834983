import { randomUUID } from 'node:crypto';
import type { SampleApp } from './sample-app';

const PASSWORD = 'correct-horse-battery';

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export async function logIn(
  app: SampleApp,
  email: string,
  expiresInSeconds?: number,
): Promise<Tokens> {
  const body = {
    email,
    password: PASSWORD,
    ...(expiresInSeconds !== undefined && { expiresInSeconds }),
  };
  const answer = await app.send('/api/v1/auth/login', { body });
  if (answer.status !== 200) throw new Error(`Login failed: ${JSON.stringify(answer.body)}`);
  return answer.body as Tokens;
}

const tokens = new WeakMap<SampleApp, Map<string, string>>();

/** An access token; a later call gets the same one, for hashing passwords takes its time. */
export async function tokenOf(app: SampleApp, email: string): Promise<string> {
  const known = tokens.get(app) ?? new Map<string, string>();
  tokens.set(app, known);
  const token = known.get(email) ?? (await logIn(app, email)).accessToken;
  known.set(email, token);
  return token;
}

export async function expiredToken(app: SampleApp): Promise<string> {
  return (await logIn(app, 'user@acme.test', 0)).accessToken;
}

export async function clientToken(app: SampleApp, scope: string): Promise<string> {
  const body = { clientId: 'demo-client', clientSecret: 'demo-secret', scope };
  const answer = await app.sendEvent('/token', { body });
  return (answer.body as { accessToken: string }).accessToken;
}

/** An organisation of one's own, so that no other test shares its users and limits. */
export async function registerAdmin(app: SampleApp): Promise<string> {
  const email = uniqueEmail();
  const body = { organizationName: 'Initech', email, password: PASSWORD };
  await app.send('/api/v1/auth/register', { body });
  return tokenOf(app, email);
}

export function uniqueEmail(): string {
  return `${randomUUID()}@initech.test`;
}

export function uniqueName(): string {
  return `Event ${randomUUID()}`;
}
