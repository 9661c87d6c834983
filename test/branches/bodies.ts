import type { Kind } from './classes';

const VALUES = [
  ...[undefined, null, true, 0, 9, '', 'text', () => 'called', new Set()],
  ...[[], [1], [null], [[1]], [{}], [{ name: 'a' }], [1, 2, 3], {}, { name: 'a' }],
];
/** Of members that no class has rules for. */
const EXTRA = ['unknown', 'call', 'then', 'more', 'constructor', '__proto__'];

/** The valid body of a class, and all that differ from it in one member, of it or of an object in it. */
export function bodiesOf({ valid }: Kind): unknown[] {
  return variantsOf(valid, 2);
}

function variantsOf(valid: Readonly<Record<string, unknown>>, levels: number): unknown[] {
  const names = Object.keys(valid);
  const inner = (name: string) =>
    levels > 1 && isRecord(valid[name]) ? variantsOf(valid[name], levels - 1) : [];
  return [
    valid,
    ...names.map((name) => without(valid, name)),
    ...names.flatMap((name) =>
      [...VALUES, ...inner(name)].map((it) => withMember(valid, name, it)),
    ),
    ...EXTRA.flatMap((name) => [1, () => 'called'].map((it) => withMember(valid, name, it))),
  ];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function without(valid: object, name: string): object {
  return Object.fromEntries(Object.entries(valid).filter(([other]) => other !== name));
}

/** As a parser does it: `__proto__` becomes a member like any other. */
function withMember(valid: object, name: string, value: unknown): object {
  const descriptor = { value, writable: true, enumerable: true, configurable: true };
  return Object.defineProperty({ ...valid }, name, descriptor);
}
