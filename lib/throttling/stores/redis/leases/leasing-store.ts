import type { Decision, PolicyHit, RateLimitStore } from '../../rate-limit-store';
import type { RedisStore } from '../redis-store';
import type { ResolvedRedisStoreOptions } from '../redis-store.options';
import type { Grant, Lease } from './lease';
import { LeaseTable } from './lease-table';

/**
 * Borrows credits for clients that come often. What is borrowed is charged at the server at once, so
 * that all processes together lend no more than the limit; what is not used goes back.
 */
export class LeasingStore implements RateLimitStore {
  readonly #leases = new LeaseTable();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: RedisStore,
    private readonly options: Pick<ResolvedRedisStoreOptions, 'leaseMs' | 'maxLeaseRequests'>,
    private readonly monotonicMs: () => number = () => performance.now(),
  ) {}

  /** Answers at once from what is borrowed. */
  consume(hits: readonly PolicyHit[], nowMs: number): Decision | Promise<Decision> {
    const lease = this.#leases.leaseFor(hits);
    if (lease === undefined || !lease.isFor(hits)) return this.store.consume(hits, nowMs);
    this.#timer ??= setInterval(() => this.#sweep(), this.options.leaseMs).unref();
    const decision = lease.spend(hits, nowMs, this.monotonicMs());
    if (decision === undefined) return this.#borrow(lease, hits, nowMs);
    this.store.recordCharges(hits, lease.serverMs);
    return decision;
  }

  peek(hits: readonly PolicyHit[], nowMs: number): Promise<Decision> {
    return this.store.peek(hits, nowMs);
  }

  penalize(hits: readonly PolicyHit[], nowMs: number): Promise<void> {
    return this.store.penalize(hits, nowMs);
  }

  refund(hits: readonly PolicyHit[], chargedAtMs: number, nowMs: number): Promise<void> {
    return this.store.refund(hits, chargedAtMs, nowMs);
  }

  /** Other processes may admit what they have borrowed already. */
  block(hits: readonly PolicyHit[], blockMs: number, nowMs: number): Promise<void> {
    this.#drop(hits);
    return this.store.block(hits, blockMs, nowMs);
  }

  reset(hits: readonly PolicyHit[]): Promise<void> {
    this.#drop(hits);
    return this.store.reset(hits);
  }

  /** Loans that are on their way are waited for. */
  async release(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    const leases = this.#leases.all();
    this.#leases.clear();
    await Promise.all(
      leases.map(async (lease) => {
        await lease.pending?.catch(() => undefined);
        await this.#giveBack(lease);
      }),
    );
  }

  async #borrow(lease: Lease, hits: readonly PolicyHit[], nowMs: number): Promise<Decision> {
    const isOwn = lease.pending === undefined;
    lease.waiting++;
    lease.pending ??= this.#ask(lease, nowMs).finally(() => {
      lease.pending = undefined;
    });
    const grant = await lease.pending.finally(() => lease.waiting--);
    if (grant.copies > 0)
      return isOwn ? this.#first(lease, hits, nowMs) : this.consume(hits, nowMs);
    const states = grant.decision.states.map((state, index) => ({
      ...state,
      policy: (hits[index] as PolicyHit).policy,
    }));
    return { isAllowed: false, states };
  }

  /** The request that asked is admitted by the answer itself, even if that ends at once. */
  #first(lease: Lease, hits: readonly PolicyHit[], nowMs: number): Decision | Promise<Decision> {
    const decision = lease.spend(hits, nowMs, Number.NEGATIVE_INFINITY);
    if (decision === undefined) return this.consume(hits, nowMs);
    this.store.recordCharges(hits, lease.serverMs);
    return decision;
  }

  async #ask(lease: Lease, nowMs: number): Promise<Grant> {
    const askedAtMs = this.monotonicMs();
    const copies = lease.copiesToBorrow(this.options.maxLeaseRequests);
    void this.#giveBack(lease);
    const grant = await this.store.lease(lease.hits, copies, nowMs);
    lease.receive(grant, askedAtMs + this.#lifetimeMs(grant, nowMs));
    return grant;
  }

  /** A loan never outlives the window that it was charged to. */
  #lifetimeMs({ decision }: Grant, nowMs: number): number {
    const ends = decision.states
      .filter(({ policy }) => ['fixed-window', 'calendar'].includes(policy.algorithm))
      .map(({ resetAtMs }) => resetAtMs - nowMs);
    return Math.min(this.options.leaseMs, ...ends);
  }

  /** Never rejects: where it fails, the credits are lost until they return by themselves. */
  async #giveBack(lease: Lease): Promise<void> {
    const { serverMs } = lease;
    const hits = lease.close();
    if (hits.length === 0) return;
    this.store.recordCharges(hits, serverMs);
    await this.store.refund(hits, 0, 0).catch(() => undefined);
  }

  #drop(hits: readonly PolicyHit[]): void {
    for (const lease of this.#leases.touchedBy(hits)) lease.close();
  }

  #sweep(): void {
    const nowMs = this.monotonicMs();
    for (const lease of this.#leases.all()) {
      if (lease.pending !== undefined || !lease.isOver(nowMs)) continue;
      void this.#giveBack(lease);
      this.#leases.remove(lease);
    }
    if (this.#leases.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
