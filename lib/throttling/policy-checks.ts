import { zonedDate } from './algorithms/zoned-date';
import type { CountOnly, PolicyScope, ThrottlingPolicy } from './policy.options';
import type { AlgorithmName, CalendarPeriod } from './stores/rate-limit-store';

/** @throws TypeError unless the scope is known */
export function checkScope(where: string, scope: PolicyScope): void {
  const isKnown =
    typeof scope === 'string'
      ? ['route', 'controller', 'global', 'manual'].includes(scope)
      : typeof scope?.group === 'string' && scope.group !== '';
  if (isKnown) return;
  throw new TypeError(
    `${where}.scope must be 'route', 'controller', 'global', 'manual' or { group: 'a name' }.`,
  );
}

/** @throws TypeError if a period is missing, unknown or not of use, or the zone is unknown */
export function calendarOf(
  where: string,
  algorithm: AlgorithmName,
  { per, timeZone, windowMs }: ThrottlingPolicy,
): CalendarPeriod | undefined {
  if (algorithm !== 'calendar') {
    const given = per === undefined ? 'timeZone' : 'per';
    if (per === undefined && timeZone === undefined) return undefined;
    throw new TypeError(`${where}.${given} belongs to the algorithm "calendar".`);
  }
  if (per !== 'day' && per !== 'month') {
    throw new TypeError(`${where}.per must be 'day' or 'month'.`);
  }
  if (windowMs !== undefined) {
    throw new TypeError(`${where}.windowMs has no meaning for a calendar: give per alone.`);
  }
  const zone = timeZone ?? 'UTC';
  try {
    zonedDate(0, zone);
  } catch (cause) {
    throw new TypeError(`${where}.timeZone must be an IANA name, such as "Europe/Berlin".`, {
      cause,
    });
  }
  return { per, timeZone: zone };
}

/** @throws TypeError unless the option is known */
export function countsStatus(
  where: string,
  countOnly: CountOnly | undefined,
): ((status: number) => boolean) | undefined {
  if (countOnly === undefined || typeof countOnly === 'function') return countOnly;
  if (countOnly === 'failures') return (status) => status >= 400;
  if (countOnly === 'successes') return (status) => status < 400;
  throw new TypeError(
    `${where}.countOnly must be 'failures', 'successes' or a function of the status.`,
  );
}
