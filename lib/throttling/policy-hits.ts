import type { ExecutionContext } from '@nestjs/common';
import { checkedInteger } from './checked-integer';
import type { Client } from './client';
import type { ClientTracker } from './client-tracker';
import type { CompiledPolicy } from './compiled-policy';
import { currentPolicy, valueOf } from './current-policy';
import { isExemptAgent, type ThrottledRequest } from './exemptions';
import type { CompiledRoute } from './route-table';
import type { PolicyHit } from './stores/rate-limit-store';
import { isPromise, whenAll } from './when-all';

/** What the hits of one request are made from. */
interface HitSource {
  readonly context: ExecutionContext;
  readonly request: ThrottledRequest;
  readonly clients: ClientTracker;
  /** The client of all policies without a tracker of their own, once it was asked for. */
  shared: Client | Promise<Client> | undefined;
}

/** The claims of one request: a list at once, or later where a tracker or a limit answers later. */
export function policyHits(
  { policies, isPlain }: CompiledRoute,
  context: ExecutionContext,
  request: ThrottledRequest,
  clients: ClientTracker,
): readonly PolicyHit[] | Promise<readonly PolicyHit[]> {
  if (isPlain) {
    const client = clients.clientOf(context, request);
    return isPromise(client)
      ? client.then((named) => plainHits(policies, named))
      : plainHits(policies, client);
  }
  const source: HitSource = { context, request, clients, shared: undefined };
  return whenAll(
    policies.map((policy) => () => hitUnlessSkipped(policy, source)),
    (hits) => hits.filter((hit) => hit !== undefined),
  );
}

function plainHits(policies: readonly CompiledPolicy[], { key }: Client): PolicyHit[] {
  return policies.map(({ fixed }) => ({ policy: fixed as PolicyHit['policy'], key, cost: 1 }));
}

function hitUnlessSkipped(
  policy: CompiledPolicy,
  source: HitSource,
): PolicyHit | undefined | Promise<PolicyHit | undefined> {
  const { ignoreUserAgents, skipIf } = policy;
  if (isExemptAgent(ignoreUserAgents, source.request)) return undefined;
  if (skipIf === undefined) return ownHit(policy, source);
  return whenAll([() => skipIf(source.context)], ([isSkipped]) =>
    isSkipped ? undefined : ownHit(policy, source),
  );
}

function ownHit(policy: CompiledPolicy, source: HitSource): PolicyHit | Promise<PolicyHit> {
  const { name, algorithm, cost } = policy;
  const { context } = source;
  const costOf = valueOf(algorithm === 'concurrency' ? 1 : cost, context);
  return whenAll(
    [() => currentPolicy(policy, context), costOf, () => clientOf(policy, source)],
    ([rate, points, client]) => ({
      policy: rate,
      key: keyOf(policy, source, client),
      cost: checkedInteger(`The cost of "${name}" for this request`, points, 0),
    }),
  );
}

function clientOf(
  { getTracker, tracker }: CompiledPolicy,
  source: HitSource,
): Client | Promise<Client> {
  const { context, request, clients } = source;
  if (getTracker === undefined && tracker === undefined) {
    return (source.shared ??= clients.clientOf(context, request));
  }
  const named = getTracker
    ? () => getTracker(request as unknown as Record<string, unknown>, context)
    : () => tracker?.(context);
  return whenAll([named], ([value]) => clients.clientNamed(value, context, request));
}

/** A key that the application generates may join routes, but only under one policy name. */
function keyOf(
  { name, generateKey }: CompiledPolicy,
  { context, clients }: HitSource,
  client: Client,
): string {
  if (generateKey === undefined) return client.key;
  const generated = generateKey(context, client.tracker, name);
  if (typeof generated !== 'string' || generated === '') {
    throw new TypeError(`The generateKey of "${name}" must return a text that is not empty.`);
  }
  return clients.keyOf(generated);
}
