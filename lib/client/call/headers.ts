export const KEY = 'idempotency-key';

/** 128 random bits in decimal digits; `crypto.randomUUID` is missing on pages without TLS. */
export function newKey(): string {
  return crypto.getRandomValues(new BigUint64Array(2)).join('-');
}

export function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
