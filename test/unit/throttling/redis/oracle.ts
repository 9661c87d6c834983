import { STATE_CELLS } from '../../../../lib/throttling/algorithms/algorithm';
import { ALGORITHMS } from '../../../../lib/throttling/algorithms/algorithms';
import { blockMs, strikeMemoryMs } from '../../../../lib/throttling/algorithms/block-ms';
import type {
  Decision,
  PolicyHit,
  PolicyState,
  RatePolicy,
} from '../../../../lib/throttling/stores/rate-limit-store';

interface Entry {
  readonly cells: Float64Array;
  /** What is left of a request that charges nothing: its look at the clock is not kept. */
  readonly stored: Float64Array;
  blockedUntilMs: number;
  blockedForMs: number;
  strikes: number;
}

/** The algorithms of the library over states that are never forgotten: what the store must decide. */
export class Oracle {
  readonly #entries = new Map<string, Entry>();
  readonly #inFlight = new WeakSet<PolicyHit>();

  decide(hits: readonly PolicyHit[], nowMs: number, isPeek = false): Decision {
    const waits = hits.map((hit) => this.#waitMs(hit, nowMs));
    const isAllowed = hits.every(({ policy }, index) => policy.isShadow || waits[index] === 0);
    const states = hits.map((hit, index) => {
      let waitMs = waits[index] as number;
      if (!isPeek && waitMs > 0) waitMs = this.#punish(hit, waitMs, nowMs);
      if (!isPeek && waitMs === 0 && isAllowed) this.charge(hit, nowMs);
      return this.#state(hit, waitMs, nowMs);
    });
    return { isAllowed, states };
  }

  charge(hit: PolicyHit, nowMs: number): void {
    if (hit.cost === 0) return;
    const entry = this.#advanced(hit, nowMs);
    ALGORITHMS[hit.policy.algorithm].charge(entry.cells, 0, hit.policy, hit.cost, nowMs);
    store(entry, hit.policy, nowMs);
    this.#inFlight.add(hit);
  }

  refund(hit: PolicyHit, chargedAtMs: number, nowMs: number): void {
    const entry = this.#advanced(hit, nowMs);
    const { policy, cost } = hit;
    if (policy.algorithm === 'concurrency' && !this.#inFlight.delete(hit)) return;
    ALGORITHMS[policy.algorithm].refund(entry.cells, 0, policy, cost, chargedAtMs);
    store(entry, policy, nowMs);
  }

  block(hit: PolicyHit, forMs: number, nowMs: number): void {
    const entry = this.#advanced(hit, nowMs);
    entry.blockedUntilMs = nowMs + forMs;
    entry.blockedForMs = forMs;
    store(entry, hit.policy, nowMs);
  }

  reset({ policy, key }: PolicyHit): void {
    const entry = this.#entries.get(`${policy.id} ${key}`);
    if (!entry) return;
    const isCounted = policy.algorithm === 'concurrency';
    this.#entries.set(`${policy.id} ${key}`, {
      ...unseen(),
      ...(isCounted && { cells: entry.cells, stored: entry.stored }),
    });
  }

  #advanced({ policy, key }: PolicyHit, nowMs: number): Entry {
    const name = `${policy.id} ${key}`;
    const entry = this.#entries.get(name) ?? unseen();
    this.#entries.set(name, entry);
    const { cells, stored } = entry;
    cells.set(stored);
    ALGORITHMS[policy.algorithm].advance(cells, 0, policy, nowMs);
    const blockEndMs = Math.min(entry.blockedUntilMs, nowMs + entry.blockedForMs);
    const isBack = blockEndMs < entry.blockedUntilMs || isSetBack(policy, stored, cells, nowMs);
    entry.blockedUntilMs = blockEndMs;
    if (isBack) store(entry, policy, nowMs);
    return entry;
  }

  #waitMs(hit: PolicyHit, nowMs: number): number {
    const { cells, blockedUntilMs } = this.#advanced(hit, nowMs);
    const { policy, cost } = hit;
    const waitMs = ALGORITHMS[policy.algorithm].waitMs(cells, 0, policy, cost, nowMs);
    return Math.max(waitMs, blockedUntilMs - nowMs);
  }

  #punish(hit: PolicyHit, waitMs: number, nowMs: number): number {
    const entry = this.#advanced(hit, nowMs);
    const { policy } = hit;
    if (policy.blockMs === 0 || entry.blockedUntilMs > nowMs) return waitMs;
    if (nowMs >= entry.blockedUntilMs + strikeMemoryMs(policy)) entry.strikes = 0;
    const forMs = Math.max(waitMs, blockMs(policy, entry.strikes++));
    this.block(hit, forMs, nowMs);
    return forMs;
  }

  #state(hit: PolicyHit, waitMs: number, nowMs: number): PolicyState {
    const { policy } = hit;
    const { cells, blockedUntilMs } = this.#advanced(hit, nowMs);
    const algorithm = ALGORITHMS[policy.algorithm];
    return {
      policy,
      remaining: blockedUntilMs > nowMs ? 0 : algorithm.remaining(cells, 0, policy, nowMs),
      resetAtMs: Math.max(algorithm.resetAtMs(cells, 0, policy, nowMs), blockedUntilMs),
      retryAtMs: waitMs > 0 ? nowMs + waitMs : undefined,
    };
  }
}

/** What is written down; a block that is over, and its strikes, are not. */
function store(entry: Entry, policy: RatePolicy, nowMs: number): void {
  entry.stored.set(entry.cells);
  if (nowMs < entry.blockedUntilMs + strikeMemoryMs(policy)) return;
  Object.assign(entry, { blockedUntilMs: 0, blockedForMs: 0, strikes: 0 });
}

function isSetBack(
  { algorithm, windowMs }: RatePolicy,
  before: Float64Array,
  after: Float64Array,
  nowMs: number,
): boolean {
  const time = before[1] as number;
  if (algorithm === 'fixed-window') return time - nowMs > windowMs;
  return algorithm === 'calendar' ? time > (after[1] as number) : time > nowMs;
}

function unseen(): Entry {
  const [cells, stored] = [new Float64Array(STATE_CELLS), new Float64Array(STATE_CELLS)];
  return { cells, stored, blockedUntilMs: 0, blockedForMs: 0, strikes: 0 };
}
