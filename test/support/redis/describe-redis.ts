import { describe, expect, it } from 'vitest';
import { findRedis } from './find-redis';

/** Tests that need a real server: loudly absent where there is none, and a failure in CI. */
export function describeRedis(name: string, tests: () => void): void {
  describe(name, () => {
    if (findRedis() !== undefined) {
      tests();
      return;
    }
    it('needs a Redis server, which is not installed here', () => {
      console.warn(`Neither redis-server nor valkey-server was found: "${name}" is not tested.`);
      expect(process.env['CI']).not.toBe('true');
    });
  });
}
