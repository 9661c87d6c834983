import { describe } from 'vitest';
import { allRows } from './rows/all-rows';

describe('the sample app on Fastify and PGlite', { timeout: 20_000 }, () => {
  allRows(() => Promise.resolve({ ADAPTER: 'fastify' }));
});
