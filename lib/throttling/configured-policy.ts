import type { ExecutionContext } from '@nestjs/common';
import { checkOptions } from '../check-options';
import { configuredBlock, type ConfiguredBlock } from './configured-block';
import { calendarOf, checkScope, countsStatus } from './policy-checks';
import type { PolicyScope, ThrottlingPolicy, ThrottlingTracker } from './policy.options';
import type { AlgorithmName, CalendarPeriod } from './stores/rate-limit-store';
import type { KeyGenerator, Resolvable } from './throttle-metadata';
import { checkFunction, checkRegExps, checkedUnlessFunction } from './value-checks';

const OPTIONS: readonly (keyof ThrottlingPolicy)[] = [
  ...(['name', 'limit', 'windowMs', 'algorithm', 'burst', 'per', 'timeZone', 'scope'] as const),
  ...(['cost', 'block', 'shadow', 'countOnly', 'tracker', 'generateKey'] as const),
  ...(['skipIf', 'ignoreUserAgents'] as const),
];

const ALGORITHM_NAMES: readonly AlgorithmName[] = [
  ...(['fixed-window', 'sliding-window', 'token-bucket', 'calendar', 'concurrency'] as const),
];
const DAY_MS = 86_400_000;
const MONTH_MS = 30 * DAY_MS;
const LONGEST_FLIGHT_MS = 300_000;

/** A policy of the options, checked and with every default filled in. */
export interface ConfiguredPolicy {
  readonly name: string;
  readonly algorithm: AlgorithmName;
  /** Undefined where only a decorator can tell. */
  readonly limit: Resolvable<number> | undefined;
  readonly windowMs: Resolvable<number> | undefined;
  /** Undefined for the limit. */
  readonly burst: Resolvable<number> | undefined;
  readonly calendar: CalendarPeriod | undefined;
  readonly scope: PolicyScope;
  readonly cost: Resolvable<number>;
  readonly block: ConfiguredBlock;
  readonly isShadow: boolean;
  /** Whether an answer counts, by its status; undefined where all do. */
  readonly counts: ((status: number) => boolean) | undefined;
  readonly tracker: ThrottlingTracker | undefined;
  readonly generateKey: KeyGenerator | undefined;
  readonly skipIf: ((context: ExecutionContext) => boolean | Promise<boolean>) | undefined;
  readonly ignoreUserAgents: readonly RegExp[];
}

/** @throws TypeError naming the wrong option and its fix */
export function configuredPolicy(where: string, policy: ThrottlingPolicy): ConfiguredPolicy {
  checkOptions(where, policy, OPTIONS);
  const { name, algorithm = 'fixed-window', scope = 'route', shadow = false } = policy;
  if (typeof name !== 'string' || name === '') {
    throw new TypeError(`${where}.name must be a text, such as "default".`);
  }
  if (!ALGORITHM_NAMES.includes(algorithm)) {
    throw new TypeError(`${where}.algorithm must be one of: ${ALGORITHM_NAMES.join(', ')}.`);
  }
  if (policy.burst !== undefined && algorithm !== 'token-bucket') {
    throw new TypeError(`${where}.burst belongs to the algorithm "token-bucket".`);
  }
  if (typeof shadow !== 'boolean') throw new TypeError(`${where}.shadow must be true or false.`);
  checkScope(where, scope);
  checkFunction(`${where}.tracker`, policy.tracker);
  checkFunction(`${where}.generateKey`, policy.generateKey);
  checkFunction(`${where}.skipIf`, policy.skipIf);
  const calendar = calendarOf(where, algorithm, policy);
  return {
    name,
    algorithm,
    limit: checkedUnlessFunction(`${where}.limit`, policy.limit, 1),
    windowMs: windowOf(where, algorithm, calendar, policy),
    burst:
      policy.burst === undefined
        ? undefined
        : checkedUnlessFunction(`${where}.burst`, policy.burst, 1),
    calendar,
    scope,
    cost: checkedUnlessFunction(`${where}.cost`, policy.cost ?? 1, 0),
    block: configuredBlock(`${where}.block`, policy.block ?? 0),
    isShadow: shadow,
    counts: countsStatus(where, policy.countOnly),
    tracker: policy.tracker,
    generateKey: policy.generateKey,
    skipIf: policy.skipIf,
    ignoreUserAgents: checkRegExps(`${where}.ignoreUserAgents`, policy.ignoreUserAgents),
  };
}

/** What a decorator builds upon that names no policy of the options. */
export function unconfiguredPolicy(name: string): ConfiguredPolicy {
  const known = configuredPolicy('@Throttle()', { name, limit: 1, windowMs: 1 });
  return { ...known, limit: undefined, windowMs: undefined };
}

function windowOf(
  where: string,
  algorithm: AlgorithmName,
  calendar: CalendarPeriod | undefined,
  { windowMs }: ThrottlingPolicy,
): Resolvable<number> {
  if (calendar !== undefined) return calendar.per === 'day' ? DAY_MS : MONTH_MS;
  if (windowMs === undefined && algorithm === 'concurrency') return LONGEST_FLIGHT_MS;
  return checkedUnlessFunction(`${where}.windowMs`, windowMs as Resolvable<number>, 1);
}
