import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Properties take their time on a busy machine: only what hangs should fail.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // By default Vitest leaves one core idle, which is half of a small machine.
    maxWorkers: '100%',
    // The tests run the built package, as its users do: Node loads it, not Vite.
    server: { deps: { external: [/\/dist\//] } },
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/{unit,branches}/**/*.test.ts'] } },
      { extends: true, test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'] } },
      { extends: true, test: { name: 'fuzz', include: ['test/fuzz/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'no-code-generation',
          // Hardened deployments forbid eval() and new Function(): all works there, too, on Express.
          // Fastify does not start there, with us or without.
          execArgv: ['--disallow-code-generation-from-strings'],
          include: ['test/{unit,e2e,fuzz}/**/*.test.ts'],
          exclude: ['test/e2e/**/fastify*.test.ts'],
          env: { FUZZ_CASES: process.env['FUZZ_CASES'] ?? '5000' },
        },
      },
      { extends: true, test: { name: 'sample-app', include: ['test/sample-app/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'packaging',
          include: ['test/{packaging,bench,client}/**/*.test.ts'],
          // They install packages, scaffold applications and compile them.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
