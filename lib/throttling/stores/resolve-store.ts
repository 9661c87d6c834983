import { checkedInteger } from '../checked-integer';
import type { ConfiguredPolicy } from '../configured-policy';
import type { ThrottlingOptions } from '../throttling.options';
import { Circuit } from './failover/circuit';
import { FailoverStore } from './failover/failover-store';
import { StoreCaller } from './failover/store-caller';
import { MemoryStore, memoryStore } from './memory-store';
import type { RateLimitStore } from './rate-limit-store';
import { reportStores } from './report-stores';
import { isThrottlerStorage, ThrottlerStorageStore } from './throttler-storage-store';

const DEADLINE_MS = 250;

/** @throws TypeError if the store is none, or cannot do what a policy needs */
export function resolveStore(
  { store = memoryStore(), onStoreFailure = 'local', storeDeadlineMs }: ThrottlingOptions,
  policies: readonly ConfiguredPolicy[],
): RateLimitStore {
  if (!['local', 'open', 'closed'].includes(onStoreFailure)) {
    throw new TypeError("throttling.onStoreFailure must be 'local', 'open' or 'closed'.");
  }
  const deadlineMs = checkedInteger(
    'throttling.storeDeadlineMs',
    storeDeadlineMs ?? DEADLINE_MS,
    1,
  );
  if (store instanceof MemoryStore) return store;
  const distant = asStore(store);
  checkAbilities(distant, policies);
  const caller = new StoreCaller(new Circuit(), deadlineMs, reportStores(onStoreFailure));
  return new FailoverStore(distant, onStoreFailure, caller);
}

function asStore(store: NonNullable<ThrottlingOptions['store']>): RateLimitStore {
  if (typeof (store as Partial<RateLimitStore> | null)?.consume === 'function') {
    return store as RateLimitStore;
  }
  if (typeof store === 'object' && store !== null && isThrottlerStorage(store)) {
    return new ThrottlerStorageStore(store);
  }
  throw new TypeError('throttling.store must be a store, such as memoryStore().');
}

function checkAbilities(store: RateLimitStore, policies: readonly ConfiguredPolicy[]): void {
  for (const { name, algorithm, counts, cost } of policies) {
    if ((counts || algorithm === 'concurrency') && store.refund === undefined) {
      throw new TypeError(
        `throttling.store cannot give back what the policy "${name}" charges: use a store that has refund().`,
      );
    }
    const isPlain = algorithm === 'fixed-window' && cost === 1;
    if (store instanceof ThrottlerStorageStore && !isPlain) {
      throw new TypeError(
        `A ThrottlerStorage only counts fixed windows, every request as one: change the policy "${name}" or the store.`,
      );
    }
  }
}
