import type { ApiException } from '../catalog/api-exception';
import { StandardErrors } from '../catalog/standard-errors';

/** An error of Node's HTTP parser, or of the clock that watches it. */
export interface ParserError extends Error {
  readonly code?: string;
  /** What was being read when it failed. */
  readonly rawPacket?: unknown;
  /** How much of it had been understood by then. */
  readonly bytesParsed?: number;
}

/** By the error's code: https://nodejs.org/api/http.html#event-clienterror */
const CODES = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'PAYLOAD_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
} as const;

/** What it means that a request could not be read. */
export function failureOf(error: ParserError, isWithinBody: boolean): ApiException {
  const known = Object.entries(CODES).find(([code]) => code === error.code)?.[1];
  const code = known ?? (isWithinBody ? 'REQUEST_MALFORMED' : 'BAD_REQUEST');
  return StandardErrors[code](undefined, { cause: error });
}
