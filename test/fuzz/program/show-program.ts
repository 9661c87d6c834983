import { show, showKey } from '../show';
import type { Call, ClassModel, Field, Program, PropertyModel } from './program';

/** The program as the source that an application would hold. */
export function showProgram({ classes, late }: Program): string {
  const added = late.map(
    ({ className, property, call }) =>
      `// later: ${showCall(call).slice(1)}(${className}.prototype, ${show(property)});`,
  );
  return [...classes.map(showClass), ...added].join('\n\n');
}

function showClass({ name, parent, calls, properties, hasConstructor }: ClassModel): string {
  const heading = `class ${name}${parent === undefined ? '' : ` extends ${parent}`} {`;
  const notes = hasConstructor ? ['// Its constructor defines these fields.'] : [];
  const body = [...notes, ...properties.flatMap(showProperty)].map((line) => `  ${line}`);
  return [...calls.map(showCall), heading, ...body, '}'].join('\n');
}

function showProperty({ name, type, field, calls }: PropertyModel): string[] {
  const design = type === undefined ? [] : [`@Reflect.metadata('design:type', ${show(type)})`];
  return [...calls.map(showCall), ...design, showField(name, field)];
}

const showCall = ({ decorator, args }: Call) =>
  `@${decorator}(${args.map((arg) => show(arg)).join(', ')})`;

function showField(name: string, field: Field): string {
  const key = showKey(name);
  const value = 'value' in field ? show(field.value) : '';
  const setter = `set ${key}(value) { this._${name} = value; }`;
  const shown: Readonly<Record<Field['kind'], string>> = {
    none: `declare ${key};`,
    declared: `${key};`,
    value: `${key} = ${value};`,
    counted: `${key} = ++instances;`,
    getter: `get ${key}() { return ${value}; }`,
    accessor: `get ${key}() { return this._${name}; } ${setter} _${name} = 'initial';`,
    setter,
    method: `${key}() { return 'called'; }`,
  };
  return shown[field.kind];
}
