import { ruleDefinition } from '../rules/rule-table';
import type { IndexedRule } from './rule-index';

/**
 * The rule behind a failure. Where a property has several of one key (two `@Matches`),
 * class-validator keeps the text of the last that failed: only asking them again tells which.
 */
export function failedRule(
  rules: readonly IndexedRule[],
  key: string,
  value: unknown,
): IndexedRule | undefined {
  const candidates = rules.filter((rule) => rule.key === key);
  if (candidates.length < 2 || ruleDefinition(key) === undefined) return candidates.at(-1);
  return candidates.findLast((rule) => isBroken(rule, value)) ?? candidates.at(-1);
}

function isBroken({ stored, constraint }: IndexedRule, value: unknown): boolean {
  const items = stored.each === true ? itemsOf(value) : undefined;
  const args = { value, constraints: stored.constraints, property: stored.propertyName };
  try {
    return (items ?? [value]).some((item) => constraint?.instance.validate(item, args) === false);
  } catch {
    // A rule of the library that throws has been broken.
    return true;
  }
}

function itemsOf(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  return value instanceof Set || value instanceof Map ? [...value.values()] : undefined;
}
