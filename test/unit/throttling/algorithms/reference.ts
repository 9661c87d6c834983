import type {
  AlgorithmName,
  CalendarPeriod,
  RatePolicy,
} from '../../../../lib/throttling/stores/rate-limit-store';

/** What a key was charged, and when: everything the reference model knows. */
export interface Charge {
  readonly atMs: number;
  readonly cost: number;
}

/** Whether a cost fits, by the definition of the algorithm, from the whole history. */
type Fits = (policy: RatePolicy, history: readonly Charge[], cost: number, atMs: number) => boolean;

const fits: Record<Exclude<AlgorithmName, 'concurrency'>, Fits> = {
  'fixed-window': (policy, history, cost, atMs) => {
    const { startsAtMs, used } = windowsOf(policy, history).at(-1) ?? { startsAtMs: 0, used: 0 };
    return (atMs < startsAtMs + policy.windowMs ? used : 0) + cost <= policy.limit;
  },

  'sliding-window': ({ limit, windowMs }, history, cost, atMs) => {
    const windows = chainOf(windowMs, history);
    const start = windows.at(-1)?.startsAtMs ?? atMs;
    const last = start + Math.floor((atMs - start) / windowMs) * windowMs;
    const usedIn = (startsAtMs: number) =>
      windows.find((window) => window.startsAtMs === startsAtMs)?.used ?? 0;
    const leftMs = last + windowMs - atMs;
    return usedIn(last - windowMs) * leftMs + (usedIn(last) + cost) * windowMs <= limit * windowMs;
  },

  'token-bucket': ({ limit, burst, windowMs }, history, cost, atMs) => {
    let missing = 0;
    let seenAtMs = 0;
    for (const charge of [...history, { atMs, cost }]) {
      missing = Math.max(0, missing - (charge.atMs - seenAtMs) * limit) + charge.cost * windowMs;
      seenAtMs = charge.atMs;
    }
    return missing <= burst * windowMs;
  },

  calendar: ({ limit, calendar }, history, cost, atMs) => {
    const periodOf = calendarPeriod(calendar as CalendarPeriod);
    const same = history.filter((charge) => periodOf(charge.atMs) === periodOf(atMs));
    return sum(same) + cost <= limit;
  },
};

const dates = new Map<string, Intl.DateTimeFormat>();

/** What the calendar on the wall of a zone shows. */
function calendarPeriod({ per, timeZone }: CalendarPeriod): (atMs: number) => string {
  const date = dates.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone });
  dates.set(timeZone, date);
  return (atMs) => date.format(atMs).slice(0, per === 'day' ? 10 : 7);
}

export type TimedPolicy = RatePolicy & { readonly algorithm: keyof typeof fits };

/** The plainest reading of the rules: everything follows from what fits when. */
export class Reference {
  readonly #history: Charge[] = [];

  constructor(private readonly policy: TimedPolicy) {}

  fits(cost: number, atMs: number): boolean {
    return fits[this.policy.algorithm](this.policy, this.#history, cost, atMs);
  }

  charge(cost: number, atMs: number): void {
    if (cost > 0) this.#history.push({ atMs, cost });
  }

  remaining(atMs: number): number {
    let cost = this.policy.burst;
    while (cost > 0 && !this.fits(cost, atMs)) cost--;
    return cost;
  }

  /** The first time from now on at which the cost fits; what fits once keeps fitting. */
  firstFit(cost: number, nowMs: number): number {
    if (this.fits(cost, nowMs)) return nowMs;
    let tooEarlyMs = nowMs;
    let stepMs = 1;
    while (!this.fits(cost, nowMs + stepMs)) {
      tooEarlyMs = nowMs + stepMs;
      stepMs *= 2;
    }
    let fitsMs = nowMs + stepMs;
    while (fitsMs - tooEarlyMs > 1) {
      const middleMs = Math.floor((tooEarlyMs + fitsMs) / 2);
      if (this.fits(cost, middleMs)) fitsMs = middleMs;
      else tooEarlyMs = middleMs;
    }
    return fitsMs;
  }
}

interface Window {
  readonly startsAtMs: number;
  readonly used: number;
}

/** A window starts with the first charge after the end of the last one. */
function windowsOf({ windowMs }: RatePolicy, history: readonly Charge[]): Window[] {
  const windows: Window[] = [];
  for (const { atMs, cost } of history) {
    const last = windows.at(-1);
    if (last && atMs < last.startsAtMs + windowMs) {
      windows[windows.length - 1] = { ...last, used: last.used + cost };
    } else windows.push({ startsAtMs: atMs, used: cost });
  }
  return windows;
}

/** Windows follow each other without a gap until none of two in a row holds a charge. */
function chainOf(windowMs: number, history: readonly Charge[]): Window[] {
  const windows: Window[] = [];
  for (const { atMs, cost } of history) {
    const last = windows.at(-1);
    const passed = last ? Math.floor((atMs - last.startsAtMs) / windowMs) : 2;
    if (last && passed === 0) windows[windows.length - 1] = { ...last, used: last.used + cost };
    else if (last && passed === 1) {
      windows.push({ startsAtMs: last.startsAtMs + windowMs, used: cost });
    } else windows.push({ startsAtMs: atMs, used: cost });
  }
  return windows;
}

function sum(charges: readonly Charge[]): number {
  return charges.reduce((total, { cost }) => total + cost, 0);
}
