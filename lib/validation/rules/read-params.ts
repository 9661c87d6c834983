import type { ParamsSource, RuleParams } from './rule-definition';

const MAX_DEPTH = 3;

/** Reads a rule's constraints into parameters by name. */
export function readParams(
  source: ParamsSource | undefined,
  constraints: readonly unknown[],
): RuleParams {
  if (source === undefined) return {};
  const params: Record<string, unknown> = {};
  const named =
    typeof source === 'function'
      ? Object.entries(source(constraints))
      : source.map((name, position) => [name, constraints[position]] as const);
  for (const [name, value] of named) {
    const param = toParam(value, 0);
    if (name !== undefined && param !== undefined) params[name] = param;
  }
  return params;
}

/** Takes options that a decorator was given as one object: `spread('allowNaN')`. */
export function spread(...names: readonly string[]): ParamsSource {
  return ([options]) => {
    const given = (options ?? {}) as Record<string, unknown>;
    return Object.fromEntries(names.map((name) => [name, given[name]]));
  };
}

/** A date bound: `MinDate` and `MaxDate` take a date or a function that returns one. */
export function dateBound(name: string): ParamsSource {
  return ([bound]) => ({
    [name]: typeof bound === 'function' ? (bound as () => unknown)() : bound,
  });
}

/** Makes a value fit for JSON; what does not fit (functions, classes, deep options) is left out. */
function toParam(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'symbol') return value.description;
  if (typeof value === 'function') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (value instanceof RegExp) return value.source;
  if (depth >= MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return value.map((item) => toParam(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, toParam(item, depth + 1)]),
  );
}
