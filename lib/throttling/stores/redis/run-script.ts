import type { Script } from './lua/script';
import type { ScriptConnection } from './redis-client';

/** Where a script runs. */
export interface ScriptTarget {
  readonly connection: ScriptConnection;
  /** What the server's clock is to show instead of its own time: for tests. */
  readonly serverMs?: (() => number) | undefined;
}

/** Runs a script by its name, and by its text where the server has lost or never seen it. */
export async function runScript(
  { connection, serverMs }: ScriptTarget,
  { sha1, text }: Script,
  keys: string[],
  given: readonly string[],
): Promise<readonly number[]> {
  const args = serverMs === undefined ? [...given] : [...given, String(serverMs())];
  let reply: unknown;
  try {
    reply = await connection.evalSha(sha1, keys, args);
  } catch (error) {
    if (!isUnknownScript(error)) throw error;
    reply = await connection.eval(text, keys, args);
  }
  return numbersOf(reply);
}

/** Clients can be told to hand numbers on as text. */
function numbersOf(reply: unknown): readonly number[] {
  if (!Array.isArray(reply)) return [];
  return typeof reply[0] === 'number' ? (reply as number[]) : reply.map(Number);
}

function isUnknownScript(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('NOSCRIPT');
}
