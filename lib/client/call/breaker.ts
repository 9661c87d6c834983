import type { Emit } from '../support/emitter';

export interface BreakerOptions {
  /** Failures in a row that open a circuit. @default 5 */
  failures?: number;
  /** How long it stays open; doubled, up to eight times this, by each probe that fails. @default 60000 */
  openMs?: number;
  /** After this a probe counts as lost, and another may go. @default 30000 */
  probeTimeoutMs?: number;
  /** Opens also when such a share of the requests in a window failed. @default none */
  sampling?: { readonly ratio: number; readonly windowMs: number; readonly minimum: number };
}

type State = 'open' | 'half-open' | 'closed';

/** The circuit of an origin changed. */
export interface BreakerEvent {
  /** ISO 8601. */
  readonly time: string;
  readonly origin: string;
  readonly state: State;
}

/**
 * Takes the outcome of a request and tells whether the circuit is open now: `true` if the origin
 * works, `false` if it does not; a 4xx and an abort say neither, but a 4xx shows that it is back.
 */
export type Settle = (isWorking?: boolean, isAnswered?: boolean) => boolean | undefined;

/** One origin's. @returns asks for a request: how long it has to wait, or where its outcome goes */
function createCircuit(
  { failures = 5, openMs = 60_000, probeTimeoutMs = 30_000, sampling }: BreakerOptions,
  now: () => number,
  tell: (state: State) => void,
): () => number | Settle {
  let inRow = 0;
  let failed = 0;
  let all = 0;
  let windowEnd = 0;
  /** 0 while closed. */
  let openForMs = 0;
  /** Until then nobody is let through: it is open, or a probe is on its way. */
  let barredUntil = 0;
  // Outcomes of requests from before the circuit changed are ignored: their epoch is over.
  let epoch = 0;
  const change = (forMs: number) => {
    epoch++;
    inRow = failed = all = 0;
    openForMs = forMs;
    barredUntil = forMs && now() + forMs;
    tell(forMs ? 'open' : 'closed');
  };
  /** Whether too large a share of the requests in a window failed, this one included. */
  const isBadSample = (isWorking: boolean) => {
    if (!sampling) return false;
    if (now() >= windowEnd) {
      failed = all = 0;
      windowEnd = now() + sampling.windowMs;
    }
    if (!isWorking) failed++;
    return ++all >= sampling.minimum && failed / all >= sampling.ratio;
  };

  return () => {
    if (openForMs) {
      const waitMs = barredUntil - now();
      if (waitMs > 0) return waitMs;
      barredUntil = now() + probeTimeoutMs;
      epoch++;
      tell('half-open');
    }
    const begun = epoch;
    return (isWorking, isAnswered) => {
      if (begun === epoch) {
        if (openForMs) {
          if (isWorking || isAnswered) change(0);
          else if (isWorking === false) change(Math.min(openForMs * 2, openMs * 8));
          else barredUntil = 0;
        } else if (isWorking !== undefined) {
          inRow = isWorking ? 0 : inRow + 1;
          if (isBadSample(isWorking) || inRow >= failures) change(openMs);
        }
      }
      return barredUntil > now();
    };
  };
}

/** By origin. */
export function createCircuits(options: BreakerOptions, now: () => number, emit?: Emit) {
  const circuits: Record<string, ReturnType<typeof createCircuit>> = {};
  return (origin: string) =>
    (circuits[origin] ??= createCircuit(options, now, (state) =>
      emit?.('breaker', () => ({ origin, state })),
    ))();
}
