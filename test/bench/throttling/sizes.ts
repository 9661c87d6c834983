import { memoryStore } from 'nestjs-errors';
import { addresses } from './keys';
import { SIZES } from './subjects';

const WINDOW_MS = 600_000;

/** What a key costs in tables of several sizes: addresses, addresses that are blocked, and hashes. */
export function sizes(nanoseconds: readonly number[]): string {
  const rows = SIZES.map((keys, index) => {
    const clients = addresses(keys);
    const hashes = clients.map((client) => `#${client.padEnd(43, '_')}`);
    const bytes = [
      bytesPerKey(clients, 0),
      bytesPerKey(clients, 60_000),
      bytesPerKey(hashes, 60_000),
    ];
    const hit = Math.round(nanoseconds[index] as number);
    return `| ${keys.toLocaleString('en')} | ${bytes.join(' | ')} | ${hit} |`;
  });
  const head = '| keys | bytes a key | blocked | blocked, hashed | ns of CPU a hit |';
  return [head, '|-:|-:|-:|-:|-:|', ...rows].join('\n');
}

/** Needs `--expose-gc`. Small tables stand many times over, so that their bytes can be seen. */
function bytesPerKey(clients: readonly string[], blockMs: number): number {
  const keys = clients.length;
  const tables = Math.max(1, 100_000 / keys);
  const policy = policyOf(blockMs);
  const before = usedBytes();
  const stores = Array.from({ length: tables }, () => {
    const store = memoryStore({ maxKeys: 2_000_000 });
    for (const key of clients) {
      const hits = [{ policy, key, cost: 1 }];
      store.consume(hits, 1_000);
      if (blockMs > 0) store.block(hits, blockMs, 1_000);
    }
    return store;
  });
  const bytes = (usedBytes() - before) / keys / tables;
  stores[0]?.peek([], 1_000);
  return Math.round(bytes);
}

/** A million clients on a store of a hundred thousand keys. */
export function flood(): string {
  const before = usedBytes();
  const store = memoryStore({ maxKeys: 100_000 });
  const blocking = policyOf(60_000);
  const victim = [{ policy: blocking, key: 'attacker', cost: 1 }];
  store.block(victim, WINDOW_MS, 0);
  for (const key of addresses(1_000_000)) {
    store.consume([{ policy: blocking, key, cost: 1 }], 1);
  }
  const megabytes = ((usedBytes() - before) / 1e6).toFixed(1);
  const held = store.consume(victim, 2).isAllowed ? 'lost' : 'held';
  return `A flood of 1,000,000 clients on maxKeys 100,000: ${megabytes} MB, the blocked key was ${held}.`;
}

function policyOf(blockMs = 0) {
  return {
    ...({
      id: 'default',
      name: 'default',
      algorithm: 'fixed-window',
      calendar: undefined,
    } as const),
    ...{ limit: 60, burst: 60, windowMs: WINDOW_MS, isShadow: false },
    ...{ blockMs, blockFactor: 1, blockMaxMs: blockMs },
  };
}

function usedBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
