import type { ServerResponse } from 'node:http';

/** What was given to `writeHead` alone stands in no table of headers, only in the text sent. */
interface SentResponse {
  readonly _header?: unknown;
}

/** A header of a response whose headers are sent. */
export function sentHeader(response: ServerResponse, name: string): string | undefined {
  const value = response.getHeader(name);
  if (value !== undefined) return String(value);
  const { _header: text } = response as SentResponse;
  if (typeof text !== 'string') return undefined;
  const line = text.split('\r\n').find((other) => other.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim();
}
