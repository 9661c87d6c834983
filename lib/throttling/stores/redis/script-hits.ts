import type { AlgorithmName, PolicyHit } from '../rate-limit-store';
import { periodBounds } from './calendar-periods';
import type { Charges } from './charges';
import { packHit } from './lua/hits';
import type { StoreOperation } from './lua/operations';
import { runScript, type ScriptTarget } from './run-script';
import type { StoreKeys } from './store-keys';

/** What all calls of one store have in common. */
export interface ScriptContext {
  readonly target: ScriptTarget;
  readonly keys: StoreKeys;
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

/** Sends hits to the script. */
export function runOnHits(context: ScriptContext, request: ScriptRequest): Promise<number[]> {
  const { operation, hits, copies = 1 } = request;
  const keys: string[] = [];
  let packed = '';
  for (const hit of hits) {
    keys.push(context.keys.state(hit));
    packed += packHit(hit);
  }
  const isPlain =
    operation === 'consume' && hits.every(({ policy }) => isPlainIn(policy.algorithm));
  const rest = isPlain
    ? ''
    : JSON.stringify(hits.map((hit) => restOf(context, request, hit, keys)));
  return runScript(context.target, { operation, keys, hits: packed, copies, rest });
}

/** Whether a charge needs no more than the policy and the cost. */
function isPlainIn(algorithm: AlgorithmName): boolean {
  return algorithm !== 'calendar' && algorithm !== 'concurrency';
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
