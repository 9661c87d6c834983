import * as constants from '@nestjs/throttler/dist/throttler.constants.js';
import { expect, it } from 'vitest';
import { SKIP_KEY, THROTTLE_KEYS } from '../../../lib/throttling/throttle-metadata';

it('the metadata keys are those of the installed @nestjs/throttler', () => {
  expect({ ...THROTTLE_KEYS, skip: SKIP_KEY }).toEqual({
    limit: constants.THROTTLER_LIMIT,
    ttl: constants.THROTTLER_TTL,
    blockDuration: constants.THROTTLER_BLOCK_DURATION,
    getTracker: constants.THROTTLER_TRACKER,
    generateKey: constants.THROTTLER_KEY_GENERATOR,
    skip: constants.THROTTLER_SKIP,
  });
});
