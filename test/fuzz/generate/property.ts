import { allSamples } from '../samples/all-samples';
import type { DecoratorName } from '../samples/sample';
import type { Call, Content, Field, PropertyModel } from '../program/program';
import type { Random } from '../random';
import { hasValue, never, objectIsLarge } from '../user-code';
import { customCall, customCandidates } from './custom-calls';
import { transformerCalls } from './transformer-calls';
import { RULE_KINDS } from './rule-kinds';
import { validationOptions } from './validation-options';

const ALL_NAMES = Object.keys(allSamples) as DecoratorName[];
const LISTED_TYPES = [Array, Array, Set, Map, Object, undefined];
const TYPES = [String, Number, Boolean, Date, Array, Object, undefined, undefined];

/** A property that holds values, under rules of class-validator. */
export function valueProperty(random: Random, name: string): PropertyModel {
  const kind = random.chance(0.12) ? undefined : random.pick(Object.keys(RULE_KINDS));
  const names = kind === undefined ? ALL_NAMES : (RULE_KINDS[kind] ?? ALL_NAMES);
  const each = random.chance(0.18);
  const candidates: unknown[] = [];
  const calls = Array.from({ length: random.pick([0, 1, 1, 1, 2, 2, 3]) }, () =>
    ruleCall(random, random.pick(names), { each, candidates }),
  );
  if (each && random.chance(0.4)) {
    calls.push(
      ruleCall(random, random.pick(RULE_KINDS['list'] ?? []), { each: false, candidates: [] }),
    );
  }
  if (random.chance(0.1)) {
    calls.push(customCall(random, each));
    candidates.push(...customCandidates);
  }
  const content: Content = {
    kind: 'values',
    candidates: each ? lists(random, candidates) : candidates,
  };
  return {
    name,
    type: random.pick<unknown>(each ? LISTED_TYPES : TYPES),
    field: field(random, name, candidates),
    calls: random.shuffle([...calls, ...condition(random), ...transformerCalls(random)]),
    content,
  };
}

/** One use of a decorator; what its samples say of values is added to the candidates. */
export function ruleCall(
  random: Random,
  name: DecoratorName,
  { each, candidates }: { readonly each: boolean; readonly candidates: unknown[] },
): Call {
  const { args, valid, invalid } = random.pick(allSamples[name]);
  candidates.push(...valid, ...random.some(invalid, 2));
  const options = validationOptions(random, each);
  return { decorator: name, args: options === undefined ? args : [...args, options] };
}

/** @IsOptional() and its kin. */
export function condition(random: Random): Call[] {
  if (random.chance(0.3)) return [{ decorator: 'IsOptional', args: withOptions(random, []) }];
  if (random.chance(0.06)) {
    const isValidated = random.pick([objectIsLarge, hasValue, never]);
    return [{ decorator: 'ValidateIf', args: withOptions(random, [isValidated]) }];
  }
  return [];
}

function withOptions(random: Random, args: readonly unknown[]): readonly unknown[] {
  const options = random.chance(0.15) ? validationOptions(random, false) : undefined;
  return options === undefined ? args : [...args, options];
}

export function field(random: Random, name: string, candidates: readonly unknown[]): Field {
  if (random.chance(0.78)) return { kind: 'none' };
  if (random.chance(0.3)) return { kind: 'declared' };
  const value = candidates.length > 0 ? random.pick(candidates) : 'initial';
  if (random.chance(0.7)) return { kind: 'value', value };
  const kind = random.pick(['counted', 'getter', 'accessor', 'setter', 'method'] as const);
  // An instance with a method of that name is a promise, which never comes to an end.
  if (kind === 'method' && name === 'then') return { kind: 'accessor' };
  return kind === 'getter' ? { kind, value } : { kind };
}

/** Lists, sets and maps of the candidates: of one item, of several, of none. */
function lists(random: Random, candidates: readonly unknown[]): unknown[] {
  const some = () => random.some(candidates, random.pick([0, 1, 2, 3]));
  return [
    ...Array.from({ length: 6 }, some),
    ...candidates.slice(0, 4).map((candidate) => [candidate]),
    new Set(some()),
    new Map(some().map((item, index) => [index === 0 ? 'first' : index, item])),
    Object.fromEntries(some().map((item, index) => [`k${index}`, item])),
    ...candidates.slice(0, 1),
  ];
}
