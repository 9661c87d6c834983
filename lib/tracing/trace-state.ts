import { randomFillSync } from 'node:crypto';

/**
 * A trace in 50 hex digits: trace id (32), id of this server's span (16), flags (2).
 * One string holds them, so that the async context keeps no request alive and spans cost nothing
 * until somebody asks.
 */
export type TraceState = string;

export const traceIdOf = (state: TraceState): string => state.slice(0, 32);
export const spanIdOf = (state: TraceState): string => state.slice(32, 48);
export const flagsOf = (state: TraceState): string => state.slice(48);

const STATE_BYTES = 25;
const POOL_BYTES = 160 * STATE_BYTES;

/** W3C Trace Context Level 2, 3.2.2.5.2: the trace id is random. */
const RANDOM_FLAG = 0x02;

const ZERO_SPAN_ID = '0'.repeat(16);
const ZERO_TRACE_ID = '0'.repeat(32);

/** Draws new traces from a pool: asking the system for each one costs thirty times as much. */
export function createTraceSource(fill: (pool: Buffer) => void = randomFillSync): () => TraceState {
  const pool = Buffer.allocUnsafeSlow(POOL_BYTES);
  let offset = POOL_BYTES;

  function draw(): TraceState {
    if (offset === POOL_BYTES) {
      fill(pool);
      for (let end = STATE_BYTES; end <= POOL_BYTES; end += STATE_BYTES)
        pool[end - 1] = RANDOM_FLAG;
      offset = 0;
    }
    const state = pool.toString('hex', offset, (offset += STATE_BYTES));
    return isValid(state) ? state : draw();
  }
  return draw;
}

/** All zeros mean "invalid" (3.2.2.3 and 3.2.2.4). */
function isValid(state: TraceState): boolean {
  return !state.startsWith(ZERO_TRACE_ID) && !state.startsWith(ZERO_SPAN_ID, 32);
}

export const newTraceState = createTraceSource();
