import { install } from './install.mjs';

// Brings a clone, fresh or stale, to where everything runs.
install();
// Imported late: the build needs what was just installed.
await import('./build.mjs');
