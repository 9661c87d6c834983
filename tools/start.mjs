const shell = process.ppid;
await import('./set-up.mjs');
await import(new URL('../sample-app/dist/main.js', import.meta.url).href);

// The shell in which npm runs this keeps a SIGTERM to itself: end when it has ended.
setInterval(() => {
  if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
}, 500).unref();
