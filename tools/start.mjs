await import('./set-up.mjs');
// In this process, so that a signal reaches the server without a shell in between.
await import(new URL('../sample-app/dist/main.js', import.meta.url).href);
