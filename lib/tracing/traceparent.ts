import { flagsOf, spanIdOf, type TraceState, w3cTraceIdOf } from './trace-state';

/** What a caller says of its trace: W3C Trace Context Level 2, section 3.2. */
export interface Traceparent {
  readonly traceId: string;
  readonly parentId: string;
  readonly flags: number;
}

/** A comma is where Node joined several headers into one: they contradict each other. */
const PATTERN =
  /^(?!ff)([\da-f]{2})-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})(?:-[^,]*)?$/;

/** Where a header of version 00 ends; later versions may go on. */
const VERSION_00_LENGTH = 55;

/** Reads a header that anyone may have written: undefined unless it is valid. */
export function parseTraceparent(header: unknown): Traceparent | undefined {
  const match = typeof header === 'string' ? PATTERN.exec(header) : null;
  if (match === null) return undefined;
  const [{ length }, version, traceId = '', parentId = '', flags = ''] = match;
  if (version === '00' && length !== VERSION_00_LENGTH) return undefined;
  return { traceId, parentId, flags: Number.parseInt(flags, 16) };
}

/** The header that hands a trace on, always in version 00. */
export function formatTraceparent(state: TraceState): string {
  return `00-${w3cTraceIdOf(state)}-${spanIdOf(state)}-${flagsOf(state)}`;
}

/** Two hex digits: unknown flags are zero (3.2.2.5.3). */
export const formatFlags = (flags: number): string => flags.toString(16).padStart(2, '0');
