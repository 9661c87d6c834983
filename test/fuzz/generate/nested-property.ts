import { InstanceOf } from '../compare/copy';
import {
  ClassRef,
  type Call,
  type Content,
  type Field,
  type PropertyModel,
} from '../program/program';
import type { Random } from '../random';
import { condition, field, ruleCall } from './property';
import { validationOptions } from './validation-options';

const CONTAINERS = ['none', 'none', 'none', 'array', 'array', 'array', 'map', 'set'] as const;
const LIST_TYPES = { array: Array, map: Map, set: Set } as const;

/** `items: ItemList`: class-transformer makes one of these. */
class ItemList extends Array<unknown> {}

/** A property that holds instances of another class, or of its own. */
export function nestedProperty(
  random: Random,
  name: string,
  classNames: readonly string[],
): PropertyModel {
  const container = random.pick(CONTAINERS);
  const isDiscriminated = classNames.length > 1 && random.chance(0.15);
  const nested = isDiscriminated ? random.some(classNames, 2) : [random.pick(classNames)];
  const content: Content = {
    kind: 'nested',
    classNames: nested,
    container,
    discriminator: isDiscriminated ? 'kind' : undefined,
  };
  const each = container === 'none' ? random.chance(0.15) : random.chance(0.6);
  const calls = [
    ...(random.chance(0.93) ? [validateNested(random, each)] : []),
    ...(random.chance(0.93) ? [typeCall(random, nested, isDiscriminated)] : []),
    ...condition(random),
    ...extraRules(random, container),
  ];
  return {
    name,
    type: designType(random, container, nested),
    field: nestedField(random, name, nested),
    calls: random.shuffle(calls),
    content,
  };
}

function validateNested(random: Random, each: boolean): Call {
  const options = validationOptions(random, each);
  return { decorator: 'ValidateNested', args: options === undefined ? [] : [options] };
}

function typeCall(random: Random, names: readonly string[], isDiscriminated: boolean): Call {
  const [first = ''] = names;
  const base = new ClassRef(first, true);
  if (!isDiscriminated) return { decorator: 'Type', args: [base] };
  const subTypes = names.map((name) => ({ value: new ClassRef(name), name }));
  const options = {
    discriminator: { property: 'kind', subTypes },
    ...(random.chance(0.5) && { keepDiscriminatorProperty: true }),
  };
  return { decorator: 'Type', args: [base, options] };
}

function extraRules(random: Random, container: string): Call[] {
  if (!random.chance(0.3)) return [];
  const names =
    container === 'array'
      ? (['IsArray', 'ArrayMinSize', 'ArrayMaxSize'] as const)
      : (['IsDefined', 'IsObject', 'IsNotEmptyObject'] as const);
  return [ruleCall(random, random.pick(names), { each: false, candidates: [] })];
}

/** Mostly none; else what a constructor may put there before any value comes. */
function nestedField(random: Random, name: string, classNames: readonly string[]): Field {
  const [className = ''] = classNames;
  const made = new InstanceOf(className, random.pick([{}, { extra: 1 }, { id: 'x', size: 1 }]));
  const defaults = [{}, [], null, made, [made], [made, null], { extra: made }, new Set([made])];
  return random.chance(0.1)
    ? { kind: 'value', value: random.pick<unknown>(defaults) }
    : field(random, name, defaults);
}

function designType(
  random: Random,
  container: keyof typeof LIST_TYPES | 'none',
  names: readonly string[],
): unknown {
  if (random.chance(0.2)) return undefined;
  if (container === 'array' && random.chance(0.08)) return ItemList;
  return container === 'none' ? new ClassRef(names[0] ?? '') : LIST_TYPES[container];
}
