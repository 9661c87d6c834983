import type { PolicyHit, RatePolicy } from '../rate-limit-store';
import { periodBounds } from './calendar-periods';
import type { Charges } from './charges';
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

/** Most policies are the same object for every request. */
const policyTexts = new WeakMap<RatePolicy, string>();

/** Sends hits to the script, each as an object of JSON. */
export function runOnHits(context: ScriptContext, request: ScriptRequest): Promise<number[]> {
  const { operation, hits, copies = 1 } = request;
  const keys = hits.map((hit) => context.keys.state(hit));
  const texts = hits.map((hit) => {
    const fields = fieldsOf(context, request, hit);
    if (hit.policy.algorithm === 'concurrency') {
      const entries = keys.push(context.keys.entries(hit));
      Object.assign(fields, { entries, entry: entryOf(context, request, hit) });
    }
    return `{${policyText(hit.policy)},${JSON.stringify(fields).slice(1)}`;
  });
  return runScript(context.target, { operation, keys, hits: `[${texts.join(',')}]`, copies });
}

function fieldsOf(
  { charges, inFlightMs }: ScriptContext,
  { operation, nowMs, chargedAtMs = nowMs, blockForMs }: ScriptRequest,
  hit: PolicyHit,
): object {
  const { algorithm, calendar } = hit.policy;
  const isRefund = operation === 'refund';
  const chargedAt = isRefund ? charges.chargedAt(hit) : undefined;
  return {
    cost: hit.cost,
    blockForMs,
    chargedAt,
    ageMs: isRefund && chargedAt === undefined ? nowMs - chargedAtMs : undefined,
    inFlightMs: algorithm === 'concurrency' ? inFlightMs : undefined,
    period: calendar && periodBounds(calendar, nowMs),
    chargedPeriod:
      calendar && isRefund ? periodBounds(calendar, chargedAt ?? chargedAtMs) : undefined,
  };
}

function entryOf({ charges }: ScriptContext, { operation }: ScriptRequest, hit: PolicyHit): string {
  if (operation === 'refund') return charges.takeEntry(hit) ?? '';
  return operation === 'peek' ? '' : charges.addEntry(hit);
}

function policyText(policy: RatePolicy): string {
  const known = policyTexts.get(policy);
  if (known !== undefined) return known;
  const { algorithm, limit, windowMs, burst, blockMs, blockFactor, blockMaxMs, isShadow } = policy;
  const fields = { algorithm, limit, windowMs, burst, blockMs, blockFactor, blockMaxMs, isShadow };
  const text = JSON.stringify(fields).slice(1, -1);
  policyTexts.set(policy, text);
  return text;
}
