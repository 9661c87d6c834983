import { readMember } from '../thrown/read-member';

/** No client waits longer because of what a dependency says. */
const MAX_SECONDS = 3_600;

/** IMF-fixdate, the one form of a date that RFC 9110, section 5.6.7, lets anyone send. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * The seconds from 1 to 3,600 that a `Retry-After` asks for; undefined without a valid one that
 * lies ahead. `headers` are a `Headers` object, or a plain one with names in lower case.
 * @param now epoch milliseconds
 */
export function retryAfterSeconds(headers: unknown, now = Date.now()): number | undefined {
  const value = headerOf(headers);
  if (value === undefined) return undefined;
  const seconds = /^\d{1,10}$/.test(value) ? Number(value) : secondsUntil(value, now);
  return seconds > 0 ? Math.min(seconds, MAX_SECONDS) : undefined;
}

function secondsUntil(date: string, now: number): number {
  return HTTP_DATE.test(date) ? Math.ceil((Date.parse(date) - now) / 1_000) : Number.NaN;
}

function headerOf(headers: unknown): string | undefined {
  const own = [readMember(headers, 'retry-after')].flat()[0];
  if (typeof own === 'string') return own.trim();
  if (typeof readMember(headers, 'get') !== 'function') return undefined;
  const value: unknown = (headers as { get(name: string): unknown }).get('retry-after');
  return typeof value === 'string' ? value.trim() : undefined;
}
