import type { ClassShape } from '../build/class-shape';
import { isPlainList } from '../build/new-list';
import { isInherited, isPrototypeKey } from '../build/unusual';
import type { TypeMetadata } from '../packages/type-storage';
import type { GeneratedClass } from './generated-class';
import type { SourceScope } from './source-scope';
import type { UnknownMembers } from './unknown-members';

/** What the generated builder of a class refers to. */
export interface BuildParts {
  readonly scope: SourceScope;
  readonly shape: ClassShape;
  /** Own properties of a new instance. */
  readonly initial: readonly string[];
  /** Properties whose objects are validated. */
  readonly nested: ReadonlySet<string>;
  /** Names of properties with rules. */
  readonly allowed: ReadonlySet<string>;
  readonly unknown: UnknownMembers;
  /** What `@Type()` declares, as far as it is known before a value comes. */
  readonly typeOf: (property: string) => TypedMember;
}

export interface TypedMember {
  readonly target: unknown;
  /** Builds the declared class; it may be generated after this one. */
  readonly generated: GeneratedClass | undefined;
}

/** A function that builds an instance as InstanceBuilder does, with one `case` a member. */
export function buildSource(parts: BuildParts): string {
  const { shape, scope, initial } = parts;
  if (initial.some(isInherited)) return '() => { throw UNUSUAL; }';
  const defaults = defaultsOf(parts);
  const target = scope.add(shape.target);
  const blocked = scope.add(shape.blocked);
  return `(value, level) => {
if (level > maxDepth) throw UNUSUAL;
${shape.isPure ? '' : 'checkRoot();'}
const built = new ${target}();
${initialSource(parts)}
${defaults.map((name, index) => `const default${index} = built[${JSON.stringify(name)}];`).join('\n')}
for (const key of keysOf(value)) {
  const member = value[key];
  switch (key) {
    ${knownNames(parts)
      .map((name) => `case ${JSON.stringify(name)}: ${memberSource(name, parts)} break;`)
      .join('\n    ')}
    case '__proto__': case 'constructor': case 'prototype': throw UNUSUAL;
    default:
      if (${blocked}.has(key) || typeof built[key] === 'function') checkUsual(member, level + 1, maxDepth);
      else if (key === 'then' && typeof member === 'function') throw UNUSUAL;
      else ${unknownSource(parts.unknown)}
  }
}
${defaults.map((name, index) => `if (isFilled(default${index}) && built[${JSON.stringify(name)}] === default${index}) state.isTold = true;`).join('\n')}
return built;
}`;
}

function knownNames({ shape, allowed }: BuildParts): string[] {
  const names = new Set([...allowed, ...shape.types.keys()]);
  return [...names].filter((name) => !shape.blocked.has(name) && !isPrototypeKey(name));
}

/** What class-validator's whitelist would remove from an instance that nobody has filled yet. */
function initialSource({ initial, allowed, unknown, shape, scope }: BuildParts): string {
  if (unknown === 'keep') return '';
  const extra = initial.filter((name) => !allowed.has(name));
  const told = shape.isInitialFixed
    ? ''
    : `if (!hasKeys(built, ${scope.add(initial)})) state.isTold = true;`;
  if (unknown === 'tell') return extra.length > 0 ? 'state.isTold = true;' : told;
  return [told, ...extra.map((name) => `delete built[${JSON.stringify(name)}];`)].join('\n');
}

/** Objects that a constructor made: nobody has left out their members without rules. */
function defaultsOf({ initial, nested, unknown }: BuildParts): string[] {
  return unknown === 'keep' ? [] : initial.filter((name) => nested.has(name));
}

function unknownSource(unknown: UnknownMembers): string {
  if (unknown === 'drop') return 'checkUsual(member, level + 1, maxDepth);';
  const kept = 'built[key] = copyValue(member, level + 1, maxDepth);';
  return unknown === 'keep' ? kept : `{ ${kept} state.isTold = true; }`;
}

function memberSource(name: string, parts: BuildParts): string {
  const { shape, allowed, unknown } = parts;
  const place = `built[${JSON.stringify(name)}]`;
  const type = shape.types.get(name);
  const assigned = type
    ? typedSource(name, place, type, parts)
    : `${place} = typeof member === 'object' && member !== null ? copyValue(member, level + 1, maxDepth) : member;`;
  const isTold = unknown !== 'keep' && !allowed.has(name);
  // class-transformer takes a member of this name for a promise's, if it is a function.
  const isUnchecked = name === 'then' && !type && shape.isPure;
  const check = isUnchecked ? "if (typeof member === 'function') throw UNUSUAL; " : '';
  const source = `{ ${check}${assigned}${isTold ? ' state.isTold = true;' : ''} }`;
  if (!mayBeMethod(name, parts)) return source;
  return `if (typeof ${place} === 'function') checkUsual(member, level + 1, maxDepth); else ${source}`;
}

/** What a new instance has there could be a function, which class-transformer leaves alone. */
function mayBeMethod(name: string, { shape, initial }: BuildParts): boolean {
  if (initial.includes(name)) return !shape.isPure;
  return name in shape.target.prototype || !shape.isInitialFixed;
}

function typedSource(name: string, place: string, type: TypeMetadata, parts: BuildParts): string {
  const { scope } = parts;
  const { target, generated } = parts.typeOf(name);
  const metadata = scope.add(type);
  const read = type.typeFunction
    ? `${scope.add(type.typeFunction)}({ newObject: built, object: value, property: key })`
    : `${metadata}.reflectedType`;
  const converted = `${place} = convert(target, ${metadata}, member, level + 1);`;
  if (generated === undefined)
    return `const target = ${read}; ${scalarSource(target, place)}${converted}`;
  const build = scope.add(generated);
  const known = scope.add(target);
  const list = isPlainList(type.reflectedType)
    ? `if (isArray(member)) ${place} = buildList(${build}, target, member, level + 1); else `
    : `if (isArray(member)) ${converted} else `;
  return `const target = ${read};
if (target !== ${known}) ${converted}
else if (typeof member !== 'object' || member === null) ${place} = member;
else ${list}if (isPlainObject(member)) ${place} = ${build}.build(member, level + 1);
else throw UNUSUAL;`;
}

const SCALARS = new Map<unknown, string>([
  [String, 'string'],
  [Number, 'number'],
  [Boolean, 'boolean'],
]);

function scalarSource(target: unknown, place: string): string {
  const scalar = SCALARS.get(target);
  return scalar === undefined
    ? ''
    : `if (typeof member === '${scalar}' && target === ${(target as Function).name}) ${place} = member; else `;
}
