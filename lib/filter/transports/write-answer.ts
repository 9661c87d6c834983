import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { Answer } from './http-transport';

/** What Node's response and Fastify's reply can both do to headers. */
export interface HeaderTarget {
  /** Of the headers that are set, in lower case. */
  names(): readonly string[];
  get(name: string): unknown;
  set(name: string, value: string): void;
  remove(name: string): void;
  /** HTTP/2 knows no headers of the connection: Node refuses the whole answer for one. */
  readonly isHttp2: boolean;
}

/** Headers that describe the body which is not sent. */
const LOST_BODY_HEADERS = new Set([
  ...['content-type', 'content-length', 'content-encoding', 'content-language', 'content-range'],
  ...['content-disposition', 'content-location', 'content-md5', 'accept-ranges'],
  ...['etag', 'last-modified', 'expires', 'age', 'transfer-encoding', 'trailer'],
]);

/** Clears what described the lost body, keeps the rest, and adds the answer's own headers. */
export function writeHeaders(target: HeaderTarget, answer: Answer): void {
  const { headers, hides, varyBy, body } = answer;
  for (const name of target.names()) if (LOST_BODY_HEADERS.has(name)) target.remove(name);
  if (hides) for (const name of hides) target.remove(name);
  target.set('cache-control', 'no-store');
  for (const name of varyBy) target.set('vary', addToVary(target.get('vary'), name));
  for (const name of Object.keys(headers)) {
    // A challenge that the application put on the response knows more than that of a code.
    const isGiven = /^www-authenticate$/i.test(name) && target.get(name) !== undefined;
    if (!isGiven) setValidHeader(target, name, headers[name]);
  }
  if (body) target.set('content-type', contentTypeOf(body.mediaType));
  if (target.isHttp2) for (const name of CONNECTION_HEADERS) target.remove(name);
}

/** RFC 9113, section 8.2.2. */
const CONNECTION_HEADERS = [
  ...['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding', 'upgrade'],
  ...['http2-settings', 'te'],
];

/** Text that is made anew for each answer is hashed anew by who looks it up. */
const CONTENT_TYPES = new Map(
  ['application/json', 'application/problem+json'].map((type) => [type, `${type}; charset=utf-8`]),
);

function contentTypeOf(mediaType: string): string {
  return CONTENT_TYPES.get(mediaType) ?? `${mediaType}; charset=utf-8`;
}

/** The value of `Vary` with one more name, unless it has it. */
export function addToVary(current: unknown, name: string): string {
  const names = Array.isArray(current) ? current.join(', ') : current;
  if (typeof names !== 'string' || names === '') return name;
  const known = new Set(names.split(',').map((part) => part.trim().toLowerCase()));
  return known.has('*') || known.has(name.toLowerCase()) ? names : `${names}, ${name}`;
}

/** How the body is framed and read is not for the author of an error to say. */
const FRAMING_HEADERS = /^(?:content-(?:length|encoding|type)|transfer-encoding|trailer)$/i;

/** A header that Node would refuse is left out: an answer without it beats no answer. */
function setValidHeader(target: HeaderTarget, name: string, value: unknown): void {
  if (typeof value !== 'string' && typeof value !== 'number') return;
  if (FRAMING_HEADERS.test(name)) return;
  try {
    validateHeaderName(name);
    validateHeaderValue(name, String(value));
  } catch {
    return;
  }
  target.set(name, String(value));
}
