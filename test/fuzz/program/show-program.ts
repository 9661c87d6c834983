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

function showClass({ name, parent, calls, properties }: ClassModel): string {
  const heading = `class ${name}${parent === undefined ? '' : ` extends ${parent}`} {`;
  const body = properties.flatMap(showProperty).map((line) => `  ${line}`);
  return [...calls.map(showCall), heading, ...body, '}'].join('\n');
}

function showProperty({ name, type, field, calls }: PropertyModel): string[] {
  const design = type === undefined ? [] : [`@Reflect.metadata('design:type', ${show(type)})`];
  return [...calls.map(showCall), ...design, showField(name, field)];
}

const showCall = ({ decorator, args }: Call) => `@${decorator}(${args.map((arg) => show(arg)).join(', ')})`;

function showField(name: string, field: Field): string {
  const key = showKey(name);
  switch (field.kind) {
    case 'none':
      return `declare ${key};`;
    case 'declared':
      return `${key};`;
    case 'value':
      return `${key} = ${show(field.value)};`;
    case 'counted':
      return `${key} = ++instances;`;
    case 'getter':
      return `get ${key}() { return ${show(field.value)}; }`;
    case 'accessor':
      return `get ${key}() { return this._${name}; } set ${key}(value) { this._${name} = value; } _${name} = 'initial';`;
    case 'setter':
      return `set ${key}(value) { this._${name} = value; }`;
    case 'method':
      return `${key} = () => 'called'; // a method`;
  }
}
