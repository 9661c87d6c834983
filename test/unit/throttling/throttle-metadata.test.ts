import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { SKIP_KEY, THROTTLE_KEYS } from '../../../lib/throttling/throttle-metadata';

const constants = createRequire(import.meta.url)(
  '@nestjs/throttler/dist/throttler.constants',
) as Record<string, string>;

it('the metadata keys are those of the installed @nestjs/throttler', () => {
  expect({ ...THROTTLE_KEYS, skip: SKIP_KEY }).toEqual({
    limit: constants['THROTTLER_LIMIT'],
    ttl: constants['THROTTLER_TTL'],
    blockDuration: constants['THROTTLER_BLOCK_DURATION'],
    getTracker: constants['THROTTLER_TRACKER'],
    generateKey: constants['THROTTLER_KEY_GENERATOR'],
    skip: constants['THROTTLER_SKIP'],
  });
});
