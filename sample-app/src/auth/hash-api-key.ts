import { createHash } from 'node:crypto';

/** API keys are random and long, so a plain digest hides them well enough in the database. */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
