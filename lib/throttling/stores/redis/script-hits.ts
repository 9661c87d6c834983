import type { PolicyHit, RatePolicy } from '../rate-limit-store';
import { periodBounds } from './calendar-periods';
import type { Charges } from './charges';
import { ALGORITHM_CODES } from './lua/algorithms';
import { FIELDS } from './lua/fields';
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

/** Sends hits to the script, each as an array of JSON. */
export function runOnHits(context: ScriptContext, request: ScriptRequest): Promise<number[]> {
  const { operation, hits, copies = 1 } = request;
  const keys = hits.map((hit) => context.keys.state(hit));
  let texts = '';
  for (const hit of hits) {
    const rest = restOf(context, request, hit, keys);
    const [before, after] = policyTexts(hit.policy);
    const text = `${before}${hit.cost}${after}`;
    texts += `${texts && ','}[${text}${rest === undefined ? '' : `,${JSON.stringify(rest)}`}]`;
  }
  return runScript(context.target, { operation, keys, hits: `[${texts}]`, copies });
}

/** What only some operations and algorithms need; the entries of requests in flight add a key. */
function restOf(
  context: ScriptContext,
  request: ScriptRequest,
  hit: PolicyHit,
  keys: string[],
): object | undefined {
  const { algorithm, calendar } = hit.policy;
  const { operation, nowMs, chargedAtMs = nowMs, blockForMs } = request;
  if (algorithm === 'concurrency') {
    const entries = keys.push(context.keys.entries(hit));
    const entry = entryOf(context, request, hit);
    return { entries, entry, inFlightMs: context.inFlightMs, blockForMs, ageMs: 0 };
  }
  const period = calendar && periodBounds(calendar, nowMs);
  if (operation !== 'refund') {
    return period || operation === 'block' ? { period, blockForMs } : undefined;
  }
  const chargedAt = context.charges.chargedAt(hit);
  return {
    period,
    chargedPeriod: calendar && periodBounds(calendar, chargedAt ?? chargedAtMs),
    ...(chargedAt === undefined ? { ageMs: nowMs - chargedAtMs } : { chargedAt }),
  };
}

function entryOf({ charges }: ScriptContext, { operation }: ScriptRequest, hit: PolicyHit): string {
  if (operation === 'refund') return charges.takeEntry(hit) ?? '';
  return operation === 'peek' ? '' : charges.addEntry(hit);
}

/** Most policies are the same object for every request. */
const knownTexts = new WeakMap<RatePolicy, readonly [before: string, after: string]>();

/** The fields before and after the cost. */
function policyTexts(policy: RatePolicy): readonly [before: string, after: string] {
  const known = knownTexts.get(policy);
  if (known !== undefined) return known;
  const values = { ...policy, algorithm: ALGORITHM_CODES[policy.algorithm], cost: 0 };
  const fields = FIELDS.map((name) => JSON.stringify(values[name]));
  const at = FIELDS.indexOf('cost');
  const texts = [`${fields.slice(0, at).join(',')},`, `,${fields.slice(at + 1).join(',')}`] as const;
  knownTexts.set(policy, texts);
  return texts;
}
