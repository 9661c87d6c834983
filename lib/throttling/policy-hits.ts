import type { ExecutionContext } from '@nestjs/common';
import type { ProxyAwareRequest } from '../network/is-forwarding-ignored';
import { checkedInteger } from './checked-integer';
import { boundedKey, type Client } from './client';
import type { ClientTracker } from './client-tracker';
import { ratePolicy } from './rate-policy';
import type { CompiledPolicy, CompiledRoute } from './route-table';
import type { PolicyHit } from './stores/rate-limit-store';
import type { Resolvable } from './throttle-metadata';
import { isPromise, whenAll } from './when-all';

/** The claims of one request: a list at once, or later where a tracker or a limit answers later. */
export function policyHits(
  route: CompiledRoute,
  context: ExecutionContext,
  request: ProxyAwareRequest,
  clients: ClientTracker,
): readonly PolicyHit[] | Promise<readonly PolicyHit[]> {
  if (!route.isPlain) return ownHits(route, context, request, clients);
  const client = clients.clientOf(context, request);
  return isPromise(client)
    ? client.then((named) => plainHits(route, named))
    : plainHits(route, client);
}

function plainHits({ policies }: CompiledRoute, client: Client): PolicyHit[] {
  return policies.map(({ fixed }) => ({
    policy: fixed as PolicyHit['policy'],
    key: client.key,
    cost: 1,
  }));
}

function ownHits(
  { policies }: CompiledRoute,
  context: ExecutionContext,
  request: ProxyAwareRequest,
  clients: ClientTracker,
): readonly PolicyHit[] | Promise<readonly PolicyHit[]> {
  let shared: Client | Promise<Client> | undefined;
  const clientFor = ({ getTracker }: CompiledPolicy) =>
    getTracker === undefined
      ? (shared ??= clients.clientOf(context, request))
      : whenAll(
          [() => getTracker(request as unknown as Record<string, unknown>, context)],
          ([value]) => clients.clientNamed(value, context, request),
        );
  return whenAll(
    policies.map((policy) => () => ownHit(policy, context, () => clientFor(policy))),
    (hits) => hits,
  );
}

function ownHit(
  policy: CompiledPolicy,
  context: ExecutionContext,
  clientOf: () => Client | Promise<Client>,
): PolicyHit | Promise<PolicyHit> {
  const { id, name } = policy;
  const valueOf = (value: Resolvable<number>) => () =>
    typeof value === 'function' ? value(context) : value;
  return whenAll(
    [valueOf(policy.limit), valueOf(policy.windowMs), valueOf(policy.blockMs), clientOf],
    ([limit, windowMs, blockMs, client]) => ({
      policy:
        policy.fixed ??
        ratePolicy({
          id,
          name,
          limit: checkedInteger(`The limit of "${name}" for this request`, limit, 1),
          windowMs: checkedInteger(`The ttl of "${name}" for this request`, windowMs, 1),
          blockMs: checkedInteger(`The blockDuration of "${name}" for this request`, blockMs, 0),
        }),
      key: keyOf(policy, context, client),
      cost: 1,
    }),
  );
}

/** A key that the application generates may join routes, but only under one policy name. */
function keyOf({ name, generateKey }: CompiledPolicy, context: ExecutionContext, client: Client) {
  if (generateKey === undefined) return client.key;
  const generated = generateKey(context, client.tracker, name);
  if (typeof generated !== 'string' || generated === '') {
    throw new TypeError(`The generateKey of "${name}" must return a text that is not empty.`);
  }
  return boundedKey(generated);
}
