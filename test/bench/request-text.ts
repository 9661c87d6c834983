import { clientAddress } from './limits';
import type { Scenario } from './scenario';

/** Requests as they stand on a connection, each of another client. */
export function requestTexts(
  { method, path, body }: Scenario,
  firstClient: number,
  count: number,
): readonly string[] {
  const content =
    body === undefined
      ? '\r\n'
      : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  return Array.from(
    { length: count },
    (_, index) =>
      `${method} ${path} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${clientAddress(firstClient + index)}\r\n${content}`,
  );
}
