import type { IncomingHttpHeaders } from 'node:http';
import { carry, newTraceState, spanIdOf, type TraceState } from './trace-state';
import { parseTraceparent } from './traceparent';

/** An id that a caller or a platform gave a request, in a header other than `traceparent`. */
interface InboundId {
  readonly id: string;
  /** The same in 32 hex digits, where it has a W3C form. */
  readonly w3cTraceId?: string | undefined;
}

type ReadId = (header: string) => InboundId | undefined;

const PLAIN = /^[\w-]{16,64}$/;
const UUID = /^[\da-f]{8}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{12}$/i;
/** https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader */
const AMAZON = /^(?:[^,;]{1,200};){0,8} ?Root=1-([\da-f]{8})-([\da-f]{24})(?:;[^,]{0,500})?$/i;
/** https://cloud.google.com/trace/docs/trace-context#legacy-http-header */
const GOOGLE = /^([\da-f]{32})(?:\/\d{1,20})?(?:;o=\d)?$/i;

/** The headers that can be taken, by name in lower case. Duplicates, joined by commas, match none. */
const READERS: Readonly<Record<string, ReadId>> = {
  'x-request-id': readPlain,
  'x-amzn-trace-id': (header) => readHex(AMAZON.exec(header)),
  'x-cloud-trace-context': (header) => readHex(GOOGLE.exec(header)),
  'cf-ray': readPlain,
};

export const INBOUND_HEADERS = Object.keys(READERS);

/** The trace that the first valid one of these headers names. */
export function traceOfInboundId(
  headers: IncomingHttpHeaders,
  names: readonly string[],
): TraceState | undefined {
  for (const name of names) {
    const inbound = readId(headers, name);
    if (inbound !== undefined) return toState(inbound);
  }
  return undefined;
}

/** The first valid id of a request, in whatever header, that is not its trace id. */
export function untakenId(headers: IncomingHttpHeaders, traceId: string): string | undefined {
  const caller = parseTraceparent(headers['traceparent'])?.traceId;
  if (caller !== undefined && caller !== traceId) return caller;
  for (const name of INBOUND_HEADERS) {
    const id = readId(headers, name)?.id;
    if (id !== undefined && id !== traceId) return id;
  }
  return undefined;
}

function readId(headers: IncomingHttpHeaders, name: string): InboundId | undefined {
  const header = headers[name];
  return typeof header === 'string' ? READERS[name]?.(header) : undefined;
}

function readPlain(header: string): InboundId | undefined {
  if (!PLAIN.test(header)) return undefined;
  const hex = UUID.test(header) ? header.replaceAll('-', '').toLowerCase() : undefined;
  return { id: header, w3cTraceId: hex === undefined || isZero(hex) ? undefined : hex };
}

function readHex(match: RegExpExecArray | null): InboundId | undefined {
  const hex = match?.slice(1).join('').toLowerCase();
  return hex === undefined || isZero(hex) ? undefined : { id: hex, w3cTraceId: hex };
}

const isZero = (hex: string): boolean => /^0+$/.test(hex);

/** Nobody says how random a given id is: the flag that tells so is not set. */
function toState({ id, w3cTraceId }: InboundId): TraceState {
  const drawn = newTraceState();
  if (w3cTraceId === undefined) return carry(drawn, { givenId: id });
  return carry(`${w3cTraceId}${spanIdOf(drawn)}00`, id === w3cTraceId ? {} : { givenId: id });
}
