import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The program of a Redis or Valkey server, if one is installed here. */
export function findRedis(): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(':')
    .flatMap((folder) => [join(folder, 'redis-server'), join(folder, 'valkey-server')])
    .find((program) => existsSync(program));
}
