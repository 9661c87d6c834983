import type { StoreOperation } from './lua/operations';
import { SCRIPT, SCRIPT_SHA1 } from './lua/script';
import type { ScriptConnection } from './redis-client';

/** One call of the script. */
export interface ScriptCall {
  readonly operation: StoreOperation;
  readonly keys: string[];
  /** The hits as the script reads them. */
  readonly hits: string;
  /** Requests to charge at most, all like this one. */
  readonly copies: number;
  /** What they need beside, in JSON: an object a hit, or nothing at all. */
  readonly rest: string;
}

/** Where a script runs. */
export interface ScriptTarget {
  readonly connection: ScriptConnection;
  /** What the server's clock is to show instead of its own time: for tests. */
  readonly serverMs?: (() => number) | undefined;
}

/** Runs the script by its name, and by its text where the server has lost or never seen it. */
export async function runScript(target: ScriptTarget, call: ScriptCall): Promise<number[]> {
  const { connection, serverMs } = target;
  const { operation, keys, hits, copies, rest } = call;
  const args = [operation, hits, String(copies), rest];
  if (serverMs !== undefined) args.push(String(serverMs()));
  let reply: unknown;
  try {
    reply = await connection.evalSha(SCRIPT_SHA1, keys, args);
  } catch (error) {
    if (!isUnknownScript(error)) throw error;
    reply = await connection.eval(SCRIPT, keys, args);
  }
  // Clients can be told to hand numbers on as text.
  return Array.isArray(reply) ? reply.map(Number) : [];
}

function isUnknownScript(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('NOSCRIPT');
}
