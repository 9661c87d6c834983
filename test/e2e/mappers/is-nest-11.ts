import { createRequire } from 'node:module';

/** What Nest 11 cannot tell is expected of Nest 12 alone. */
export function isNest11(): boolean {
  const { version } = createRequire(__filename)('@nestjs/core/package.json') as {
    version: string;
  };
  return version.startsWith('11.');
}
