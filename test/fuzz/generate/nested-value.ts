import type { Content } from '../program/program';
import type { Random } from '../random';

export type NestedContent = Extract<Content, { kind: 'nested' }>;

/**
 * A value for a property that holds objects: mostly as it is declared. Clients also send a list
 * where one object is declared, one object where a list is, and what is neither.
 */
export function nestedValue(
  random: Random,
  container: NestedContent['container'],
  one: () => unknown,
): unknown {
  if (random.chance(0.88)) return declaredValue(random, container, one);
  const stray = random.pick(STRAYS);
  return stray(random, one);
}

function declaredValue(
  random: Random,
  container: NestedContent['container'],
  one: () => unknown,
): unknown {
  if (container === 'none') return one();
  const some = someOf(random, one);
  if (container === 'array') return some;
  if (container === 'set') return random.chance(0.5) ? new Set(some) : some;
  const entries = some.map((item, index) => [`k${index}`, item] as const);
  return random.chance(0.3) ? new Map(entries) : Object.fromEntries(entries);
}

function someOf(random: Random, one: () => unknown): unknown[] {
  return Array.from({ length: random.pick([0, 1, 1, 2, 3]) }, one);
}

const NO_OBJECTS: readonly unknown[] = [undefined, null, '', 'x', 0, 1, true, false, [], {}];

type Stray = (random: Random, one: () => unknown) => unknown;

const STRAYS: readonly Stray[] = [
  (_, one) => one(),
  (random, one) => someOf(random, one),
  (random, one) => [one(), random.pick(NO_OBJECTS)],
  (random, one) => [random.pick(NO_OBJECTS), one()],
  (random, one) => [someOf(random, one), one()],
  (random, one) => new Set(someOf(random, one)),
  (_, one) => new Map([['k', one()]]),
  (_, one) => ({ 0: one() }),
  (random) => [random.pick(NO_OBJECTS)],
  (random) => random.pick(NO_OBJECTS),
];
