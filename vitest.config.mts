import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The tests run the built package, as its users do: Node loads it, not Vite.
    server: { deps: { external: [/\/dist\//] } },
  },
});
