import type { ValidationError } from '@nestjs/common';
import type { FieldError } from '../../record/field-error';
import { rankOfCode } from '../field-code';
import { tellBrokenRule } from './broken-rule';
import { failedRule } from './failed-rule';
import type { IndexedRule, RuleIndex } from './rule-index';

interface PropertyPlace {
  readonly owner: Function | undefined;
  readonly property: string;
  readonly rules: RuleIndex;
}

/** A field error before it is known where the property stands. */
export type PropertyError = Omit<FieldError, 'path' | 'location'>;

/** With what decides its place among the errors of its property. */
export interface RankedError {
  readonly field: PropertyError;
  readonly rank: number;
  readonly position: number;
}

/** They fail because a value is there. */
const RULES_OF_PRESENT_VALUES = new Set(['whitelistValidation', 'unknownValue']);

/** The broken rules of one property: by rank, then as they stand in the source. */
export function propertyErrors(error: ValidationError, place: PropertyPlace): PropertyError[] {
  const siblings = rulesOf(place);
  const broken = Object.entries(error.constraints ?? {}).map(([key, text]) => {
    const rule = failedRule(siblings, key, error.value);
    const context = contextOf(error, key);
    const told = tellBrokenRule({ key, text: toText(text), context, rule }, siblings);
    const isMissing = isMissingValue(error) && !RULES_OF_PRESENT_VALUES.has(key);
    return {
      field: isMissing ? { ...told, isMissing } : told,
      rank: rankOfCode(told.code),
      position: rule?.position ?? -1,
    };
  });
  return inOrder(broken);
}

/** Sorts the errors of one property, and leaves out what another of them implies. */
export function inOrder(broken: readonly RankedError[]): PropertyError[] {
  // Decorators run bottom-up: the last position is the top of the source.
  const sorted = broken.toSorted((a, b) => a.rank - b.rank || b.position - a.position);
  return withoutImpliedBounds(sorted.map(({ field }) => field));
}

function rulesOf({ owner, property, rules }: PropertyPlace): readonly IndexedRule[] {
  return owner === undefined ? [] : rules.rulesOf(owner, property);
}

/** A `defaultMessage()` of the application may return anything. */
function toText(text: unknown): string {
  return typeof text === 'string' ? text : '';
}

function contextOf({ contexts }: ValidationError, key: string): unknown {
  return contexts && Object.hasOwn(contexts, key) ? contexts[key] : undefined;
}

/** Nest reports binary values in errors of its own making, which hold no value at all. */
function isMissingValue(error: ValidationError): boolean {
  return Object.hasOwn(error, 'value') && (error.value === undefined || error.value === null);
}

const BOUNDS = [
  ['min', 'max'],
  ['minLength', 'maxLength'],
];

/** A value breaks both bounds only by its type: the type error says it all. */
function withoutImpliedBounds(fields: PropertyError[]): PropertyError[] {
  const [first] = fields;
  const isTypeError = fields.some(({ code }) => code === 'VALIDATION_INVALID_TYPE');
  if (first?.isMissing === true || !isTypeError) return fields;
  const implied = BOUNDS.filter((pair) =>
    pair.every((rule) => fields.some((field) => field.rule === rule && field.isAuthored !== true)),
  ).flat();
  return implied.length === 0 ? fields : fields.filter(({ rule }) => !implied.includes(rule));
}
