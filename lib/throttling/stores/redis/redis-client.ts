/** What the store needs of a client of ioredis or iovalkey: a `Redis` or a `Cluster`. */
export interface IoRedisClient {
  readonly isCluster?: boolean | undefined;
  defineCommand(name: string, definition: { lua: string }): unknown;
  evalsha(sha1: string, numberOfKeys: number, ...keysAndArguments: string[]): Promise<unknown>;
  eval(script: string, numberOfKeys: number, ...keysAndArguments: string[]): Promise<unknown>;
}

/** What the store needs of a client of node-redis: one, a pool, a cluster or a sentinel. */
export interface NodeRedisClient {
  evalSha(sha1: string, options: ScriptOptions): Promise<unknown>;
  eval(script: string, options: ScriptOptions): Promise<unknown>;
}

interface ScriptOptions {
  keys: string[];
  arguments: string[];
}

/** A client of ioredis, iovalkey or node-redis; the application connects and closes it. */
export type RedisClient = IoRedisClient | NodeRedisClient;

/** Scripts on a server, whichever client carries them. */
export interface ScriptConnection {
  /** Whether keys of one call must have one hash slot. */
  readonly isCluster: boolean;
  evalSha(sha1: string, keys: string[], args: string[]): Promise<unknown>;
  eval(script: string, keys: string[], args: string[]): Promise<unknown>;
}

/**
 * Recognises a client by its methods, so that none needs to be installed.
 * @throws TypeError if it is none that the store knows
 */
export function connectionOf(client: RedisClient): ScriptConnection {
  if (isIoRedis(client)) {
    return {
      isCluster: client.isCluster === true,
      evalSha: (sha1, keys, args) => client.evalsha(sha1, keys.length, ...keys, ...args),
      eval: (script, keys, args) => client.eval(script, keys.length, ...keys, ...args),
    };
  }
  if (isNodeRedis(client)) {
    return {
      isCluster: 'slots' in client,
      evalSha: (sha1, keys, args) => client.evalSha(sha1, { keys, arguments: args }),
      eval: (script, keys, args) => client.eval(script, { keys, arguments: args }),
    };
  }
  throw new TypeError(
    'redisStore: the client must be one of ioredis, iovalkey or node-redis (redis 4 or later), such as new Redis() or createClient().',
  );
}

function isIoRedis(client: RedisClient): client is IoRedisClient {
  return hasMethods(client, ['evalsha', 'eval', 'defineCommand']);
}

function isNodeRedis(client: RedisClient): client is NodeRedisClient {
  return hasMethods(client, ['evalSha', 'eval']);
}

function hasMethods(client: unknown, names: readonly string[]): boolean {
  if (typeof client !== 'object' || client === null) return false;
  const methods = client as Record<string, unknown>;
  return names.every((name) => typeof methods[name] === 'function');
}
