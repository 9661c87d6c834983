import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const KEY_BYTES = 32;
const deriveKey = promisify<string, Buffer, number, Buffer>(scrypt);

/** Hashes a password or client secret for storage: `<salt>.<key>`, both base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await deriveKey(password, salt, KEY_BYTES);
  return `${salt.toString('base64url')}.${key.toString('base64url')}`;
}

// An unknown account costs the same scrypt run as a known one, so that timing tells nothing.
const NO_ACCOUNT = `${randomBytes(16).toString('base64url')}.${randomBytes(32).toString('base64url')}`;

export async function verifyPassword(
  password: string,
  storedHash: string | null | undefined,
): Promise<boolean> {
  const [salt = '', key = ''] = (storedHash ?? NO_ACCOUNT).split('.');
  const expected = Buffer.from(key, 'base64url');
  const actual = await deriveKey(password, Buffer.from(salt, 'base64url'), KEY_BYTES);
  return expected.length === actual.length && timingSafeEqual(actual, expected);
}
