import type { ConfiguredPolicy } from './configured-policy';

/** @throws TypeError if a group of a route is that of no policy */
export function checkGroups(
  route: string,
  groups: readonly string[],
  configured: readonly ConfiguredPolicy[],
): void {
  const known = new Set(
    configured.map(({ scope }) => (typeof scope === 'object' ? scope.group : '')),
  );
  const unknown = groups.find((group) => !known.has(group));
  if (unknown === undefined) return;
  throw new TypeError(
    `@ThrottleGroup() on ${route} names the group "${unknown}", which no policy has: give one of` +
      ` throttling.policies the scope { group: ${JSON.stringify(unknown)} }.`,
  );
}

/** @throws TypeError if a decorator names a policy that does not cover its route */
export function checkTarget(
  route: string,
  name: string,
  groups: readonly string[],
  configured: readonly ConfiguredPolicy[],
): void {
  const scope = configured.find((policy) => policy.name === name)?.scope;
  if (scope === 'manual') {
    throw new TypeError(
      `@Throttle() on ${route} names the policy "${name}", whose scope is 'manual': it counts no route.`,
    );
  }
  if (typeof scope !== 'object' || groups.includes(scope.group)) return;
  throw new TypeError(
    `@Throttle() on ${route} names the policy "${name}", which counts the group "${scope.group}" alone:` +
      ` add @ThrottleGroup(${JSON.stringify(scope.group)}).`,
  );
}

/** @throws TypeError if a route skips what is not there */
export function checkSkipNames(
  route: string,
  skipped: readonly string[],
  configured: readonly ConfiguredPolicy[],
  decorated: readonly string[],
): void {
  const isKnown = (name: string) =>
    decorated.includes(name) || configured.some((policy) => policy.name === name);
  const unknown = skipped.find((name) => !isKnown(name));
  // Without policies there is nothing that the decorator could have been meant for.
  if (unknown === undefined || configured.length === 0) return;
  const fix = configured.map(({ name }) => `${JSON.stringify(name)}: true`).join(', ');
  throw new TypeError(
    `@SkipThrottle() on ${route} names the policy "${unknown}", which throttling.policies does not` +
      ` have (${listed(configured)}). To skip all of them, write @SkipThrottle({ ${fix} }).`,
  );
}

export function listed(configured: readonly ConfiguredPolicy[]): string {
  return configured.length === 0
    ? 'it has none'
    : configured.map(({ name }) => JSON.stringify(name)).join(', ');
}
