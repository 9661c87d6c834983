import { createRequire } from 'node:module';

const { version } = createRequire(__filename)('@nestjs/core/package.json') as { version: string };

/** The tests run on more than one: some of what they use is younger than the oldest. */
export const NEST_MAJOR = Number.parseInt(version, 10);
