import { randomFillSync } from 'node:crypto';

/**
 * A trace in one string, so that the async context keeps no request alive and spans cost nothing
 * until somebody asks: trace id (32 hex digits), id of this server's span (16), flags (2). Then,
 * where there is either: the id that the caller gave, a space, and the caller's tracestate.
 */
export type TraceState = string;

/** What goes with the ids of a trace. */
export interface Carried {
  /** Shown in place of the trace id. */
  readonly givenId?: string;
  readonly tracestate?: string;
}

const IDS_LENGTH = 50;

/** The id of W3C Trace Context, which other services know the trace by. */
export const w3cTraceIdOf = (state: TraceState): string => state.slice(0, 32);
export const spanIdOf = (state: TraceState): string => state.slice(32, 48);
export const flagsOf = (state: TraceState): string => state.slice(48, IDS_LENGTH);

/** The id in header, body and log: the one that a trusted caller gave, else that of W3C. */
export function traceIdOf(state: TraceState): string {
  const end = state.indexOf(' ', IDS_LENGTH);
  return end <= IDS_LENGTH ? w3cTraceIdOf(state) : state.slice(IDS_LENGTH, end);
}

/** Empty where there is none. */
export function tracestateOf(state: TraceState): string {
  return state.length === IDS_LENGTH ? '' : state.slice(state.indexOf(' ', IDS_LENGTH) + 1);
}

/** @param ids trace id, span id and flags, one after the other */
export function carry(ids: string, { givenId = '', tracestate = '' }: Carried): TraceState {
  return givenId === '' && tracestate === '' ? ids : `${ids}${givenId} ${tracestate}`;
}

const STATE_BYTES = IDS_LENGTH / 2;
const POOL_BYTES = 640 * STATE_BYTES;
/** Part of the pool that becomes text at once: a state that is kept keeps all of that text. */
const TEXT_BYTES = 20 * STATE_BYTES;

/** W3C Trace Context Level 2, 3.2.2.5.1: the caller may have recorded the trace. */
export const SAMPLED_FLAG = 0x01;
/** W3C Trace Context Level 2, 3.2.2.5.2: the trace id is random. */
export const RANDOM_FLAG = 0x02;

const ZERO = 48;
const ZERO_SPAN_ID = '0'.repeat(16);
const ZERO_TRACE_ID = '0'.repeat(32);

/**
 * Draws new traces from a pool, as slices of a text: to ask the system for each one costs thirty
 * times as much, and to make a text of each one three times.
 */
export function createTraceSource(fill: (pool: Buffer) => void = randomFillSync): () => TraceState {
  const pool = Buffer.allocUnsafeSlow(POOL_BYTES);
  let poolOffset = POOL_BYTES;
  let text = '';
  let textOffset = 0;

  function refill(): void {
    if (poolOffset === POOL_BYTES) {
      fill(pool);
      for (let end = STATE_BYTES; end <= POOL_BYTES; end += STATE_BYTES)
        pool[end - 1] = RANDOM_FLAG;
      poolOffset = 0;
    }
    text = pool.toString('hex', poolOffset, (poolOffset += TEXT_BYTES));
    textOffset = 0;
  }

  function draw(): TraceState {
    if (textOffset === text.length) refill();
    const state = text.slice(textOffset, (textOffset += IDS_LENGTH));
    return isValid(state) ? state : draw();
  }
  return draw;
}

/** All zeros mean "invalid" (3.2.2.3 and 3.2.2.4). Most ids show with one digit that they are not. */
function isValid(state: TraceState): boolean {
  const isTraceId = state.charCodeAt(0) !== ZERO || !state.startsWith(ZERO_TRACE_ID);
  return isTraceId && (state.charCodeAt(32) !== ZERO || !state.startsWith(ZERO_SPAN_ID, 32));
}

export const newTraceState = createTraceSource();

export function withNewSpanId(state: TraceState): TraceState {
  return w3cTraceIdOf(state) + spanIdOf(newTraceState()) + state.slice(48);
}
