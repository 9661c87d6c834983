import type { ParserError } from './parser-failure';

export interface RequestLine {
  readonly method: string;
  readonly url: string;
}

/** Nobody knows what was asked for; a body has these members all the same. */
const UNKNOWN: RequestLine = { method: 'UNKNOWN', url: '/' };

const MAX_LENGTH = 8_192;
const LINE = /^([A-Z-]{1,24}) (\S+) HTTP\/1\.[01]\r?\n/;

/** The line of the request that failed, where what was being read begins with it, whole. */
export function requestLineOf({ rawPacket, bytesParsed }: ParserError): RequestLine {
  if (!(rawPacket instanceof Uint8Array)) return UNKNOWN;
  const text = Buffer.from(rawPacket).toString('latin1', 0, MAX_LENGTH);
  // Headers that ended before the fault were those of an earlier request.
  const end = text.indexOf('\r\n\r\n');
  if (end !== -1 && (bytesParsed === undefined || end < bytesParsed)) return UNKNOWN;
  const [, method, url] = LINE.exec(text) ?? [];
  return method !== undefined && url !== undefined ? { method, url } : UNKNOWN;
}
