import type { Call, ClassModel, LateCall, Program, PropertyModel } from '../program/program';
import type { Random } from '../random';
import { classCalls } from './transformer-calls';
import { TRICKY_KEYS } from './edge-values';
import { nestedProperty } from './nested-property';
import { ruleCall, valueProperty } from './property';

/** JavaScript has no field of that name. */
const RARE_NAMES = TRICKY_KEYS.filter((key) => key !== 'constructor');

const NAMES = ['id', 'name', 'email', 'size', 'tags', 'items', 'owner', 'note', '_hidden', 'kind'];

/** One to four classes that inherit from and hold each other. */
export function generateProgram(random: Random): Program {
  const classes: ClassModel[] = [];
  const count = random.pick([1, 1, 2, 2, 3, 4]);
  for (let index = 0; index < count; index++)
    classes.push(generateClass(random, `C${index}`, classes));
  return { classes, late: random.chance(0.08) ? [lateCall(random, classes)] : [] };
}

function generateClass(random: Random, name: string, before: readonly ClassModel[]): ClassModel {
  const known = before.map((model) => model.name);
  const isChild = known.length > 0 && random.chance(0.25);
  const names = propertyNames(random);
  const properties = names.map((property): PropertyModel => {
    const isRecursive = random.chance(0.1);
    const nestable = isRecursive ? [...known, name] : known;
    return nestable.length > 0 && random.chance(0.4)
      ? nestedProperty(random, property, nestable)
      : valueProperty(random, property);
  });
  return {
    name,
    parent: isChild ? random.pick(known) : undefined,
    calls: classCalls(random),
    hasConstructor: random.chance(0.3),
    properties,
  };
}

function propertyNames(random: Random): string[] {
  const names = random.some(NAMES, random.pick([0, 1, 2, 2, 3, 3, 4, 6]));
  return random.chance(0.1) ? [...new Set([...names, random.pick(RARE_NAMES)])] : names;
}

function lateCall(random: Random, classes: readonly ClassModel[]): LateCall {
  const { name, properties } = random.pick(classes);
  const property =
    random.chance(0.7) && properties.length > 0 ? random.pick(properties).name : 'extra';
  const rule = random.pick([
    'IsString',
    'IsInt',
    'IsOptional',
    'IsDefined',
    'Allow',
    'MinLength',
  ] as const);
  const late: Call = ruleCall(random, rule, { each: false, candidates: [] });
  const call = random.pick([
    late,
    late,
    { decorator: 'Expose', args: [] },
    { decorator: 'Exclude', args: [] },
  ]);
  return { className: name, property, call };
}
