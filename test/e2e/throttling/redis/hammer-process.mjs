import { Redis } from 'ioredis';
import { redisStore } from 'nestjs-errors';

// One process of several that hammer one key, once for each message { port, policy, leaseMs, forMs }.
process.on('message', (task) => void hammer(/** @type {Task} */ (task)));
process.send?.('ready');

/**
 * @typedef {{ port: number; policy: import('nestjs-errors').RatePolicy; leaseMs: number; forMs: number }} Task
 * @param {Task} task
 */
async function hammer({ port, policy, leaseMs, forMs }) {
  const client = new Redis(port, '127.0.0.1');
  const store = redisStore(client, { leaseMs });
  await client.ping();
  const startMs = Date.now();
  let admitted = 0;
  const line = async () => {
    while (Date.now() - startMs < forMs) {
      const { isAllowed } = await store.consume([{ policy, key: ':hot', cost: 1 }], Date.now());
      if (isAllowed) admitted++;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await Promise.all(Array.from({ length: 16 }, line));
  process.send?.({ admitted, startMs, endMs: Date.now() });
  client.disconnect();
}
