import { checkOptions } from '../check-options';
import { checkPeer } from '../load-peer';
import type { TrustedProxies } from '../network/trusted-proxies';
import { checkedInteger } from './checked-integer';
import { ClientTracker } from './client-tracker';
import { type ConfiguredPolicy, configuredPolicy } from './configured-policy';
import { type Exemptions, resolveExemptions } from './resolve-exemptions';
import { type HeaderWriter, headerWriter } from './headers/header-writer';
import { RouteTable } from './route-table';
import { resolveStore } from './stores/resolve-store';
import type { RateLimitStore } from './stores/rate-limit-store';
import type { ThrottlingOptions } from './throttling.options';
import { checkFunction } from './value-checks';

/** The token of `ResolvedThrottling`; its value is undefined where the feature is off. */
export const THROTTLING = Symbol.for('nestjs-errors.throttling');

const OPTIONS: readonly (keyof ThrottlingOptions)[] = [
  ...(['policies', 'tracker', 'keySecret', 'store', 'onStoreFailure', 'storeDeadlineMs'] as const),
  ...(['clock', 'skipIf', 'ignoreUserAgents', 'allow', 'deny', 'errorMessage'] as const),
  ...(['headers', 'ietfHeaders', 'retryAfterJitterSeconds'] as const),
];

/** The options, checked and with every default filled in, and what requests share. */
export interface ResolvedThrottling {
  readonly policies: readonly ConfiguredPolicy[];
  readonly store: RateLimitStore;
  readonly clock: () => number;
  readonly clients: ClientTracker;
  readonly routes: RouteTable;
  /** Undefined where no request is exempt. */
  readonly exemptions: Exemptions | undefined;
  readonly headers: HeaderWriter;
  readonly errorMessage: ThrottlingOptions['errorMessage'];
}

/** @throws TypeError naming the wrong option and its fix; Error if @nestjs/throttler is missing */
export function resolveThrottling(
  options: ThrottlingOptions,
  shared: { readonly trustedProxies: TrustedProxies | undefined },
): ResolvedThrottling {
  checkPeer('@nestjs/throttler', 'throttling');
  checkOptions('throttling', options, OPTIONS);
  const { tracker, keySecret, clock = Date.now, errorMessage } = options;
  const policies = configuredPolicies(options.policies);
  if (tracker !== undefined && typeof tracker !== 'function') {
    throw new TypeError('throttling.tracker must be a function that names the client.');
  }
  if (keySecret !== undefined && !(typeof keySecret === 'string' && keySecret.length >= 16)) {
    throw new TypeError('throttling.keySecret must be a text of at least 16 characters.');
  }
  if (typeof clock !== 'function' || !Number.isFinite(clock())) {
    throw new TypeError('throttling.clock must be a function that returns milliseconds.');
  }
  if (typeof errorMessage !== 'string') checkFunction('throttling.errorMessage', errorMessage);
  const clients = new ClientTracker(tracker, shared.trustedProxies, keySecret);
  return {
    policies,
    store: resolveStore(options, policies),
    clock,
    clients,
    routes: new RouteTable(policies),
    exemptions: resolveExemptions(options, (request) => clients.addressOf(request)),
    headers: headerWriter({
      isLegacy: options.headers ?? true,
      ietf: options.ietfHeaders,
      jitterSeconds: checkedInteger(
        'throttling.retryAfterJitterSeconds',
        options.retryAfterJitterSeconds ?? 0,
        0,
      ),
    }),
    errorMessage,
  };
}

function configuredPolicies(policies: ThrottlingOptions['policies'] = []): ConfiguredPolicy[] {
  if (!Array.isArray(policies)) {
    throw new TypeError('throttling.policies must be a list of { name, limit, windowMs }.');
  }
  const names = new Set<string>();
  return policies.map((policy, index) => {
    const configured = configuredPolicy(`throttling.policies[${index}]`, policy);
    if (names.has(configured.name)) {
      throw new TypeError(
        `throttling.policies[${index}].name repeats "${configured.name}": give each policy its own name.`,
      );
    }
    names.add(configured.name);
    return configured;
  });
}
