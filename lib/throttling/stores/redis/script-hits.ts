import type { PolicyHit } from '../rate-limit-store';
import { periodBounds } from './calendar-periods';
import type { Charges } from './charges';
import { packHit } from './lua/hits';
import type { StoreOperation } from './lua/operations';
import { isPlain } from './lua/plain-script';
import { SCRIPT } from './lua/script';
import type { PlainScripts } from './plain-scripts';
import { runScript, type ScriptTarget } from './run-script';
import type { StoreKeys } from './store-keys';

/** What all calls of one store have in common. */
export interface ScriptContext {
  readonly target: ScriptTarget;
  readonly keys: StoreKeys;
  readonly plainScripts: PlainScripts;
  readonly charges: Charges;
  readonly inFlightMs: number;
}

/** What an operation needs beside its hits. Times are on the clock of the caller. */
export interface ScriptRequest {
  readonly operation: StoreOperation;
  readonly hits: readonly PolicyHit[];
  readonly nowMs: number;
  readonly copies?: number;
  readonly chargedAtMs?: number;
  readonly blockForMs?: number;
}

/** Sends hits to a script, and to that of all operations where theirs leaves them undecided. */
export async function runOnHits(
  context: ScriptContext,
  request: ScriptRequest,
): Promise<readonly number[]> {
  const { target, keys, plainScripts } = context;
  const { operation, hits, copies = 1 } = request;
  const names: string[] = [];
  const fields: string[] = [];
  let packed = '';
  for (const hit of hits) {
    names.push(keys.client(hit));
    fields.push(keys.field(hit));
    packed += packHit(hit);
  }
  const plain = operation === 'consume' ? plainScripts.for(hits, packed) : undefined;
  if (plain !== undefined) {
    const reply = await runScript(target, plain, names.slice(0, 1), fields);
    if (reply.length > 0) return reply;
  }
  const isBare = operation === 'consume' && hits.every(({ policy }) => isPlain(policy));
  const rest = isBare
    ? ''
    : JSON.stringify(hits.map((hit) => restOf(context, request, hit, names)));
  return runScript(target, SCRIPT, names, [operation, packed, String(copies), rest, ...fields]);
}

/** What only some operations and algorithms need; the entries of requests in flight add a key. */
function restOf(
  context: ScriptContext,
  request: ScriptRequest,
  hit: PolicyHit,
  keys: string[],
): object {
  const { algorithm, calendar } = hit.policy;
  const { operation, nowMs, chargedAtMs = nowMs, blockForMs } = request;
  if (algorithm === 'concurrency') {
    const entries = keys.push(context.keys.entries(hit));
    const entry = entryOf(context, request, hit);
    return { entries, entry, inFlightMs: context.inFlightMs, blockForMs, ageMs: 0 };
  }
  const period = calendar && periodBounds(calendar, nowMs);
  if (operation !== 'refund') {
    return { period, blockForMs };
  }
  const chargedAt = context.charges.chargedAt(hit);
  return {
    period,
    chargedPeriod: calendar && periodBounds(calendar, chargedAt ?? chargedAtMs),
    ...(chargedAt === undefined ? { ageMs: nowMs - chargedAtMs } : { chargedAt }),
  };
}

function entryOf({ charges }: ScriptContext, { operation }: ScriptRequest, hit: PolicyHit): string {
  if (operation === 'refund') return charges.entryOf(hit) ?? '';
  return operation === 'peek' ? '' : charges.addEntry(hit);
}
