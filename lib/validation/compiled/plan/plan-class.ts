import type { RuleSelection } from '../../field-errors/rule-index';
import type { RuleMetadata, ValidatorStorage } from '../packages/rule-metadata';
import type { BuiltInRules } from '../sure/built-in-rules';
import { sureTestOf } from '../sure/sure-tests';
import type { ClassPlan, Condition, PropertyPlan, RulePlan } from './class-plan';
import { RULE_TYPES } from './rule-types';
import { uncertaintyOf } from './uncertainty';

/** What plans are made with: fixed for one pipe. */
export interface PlanSource {
  readonly storage: ValidatorStorage;
  readonly builtIns: BuiltInRules;
  readonly isOptional: (rule: RuleMetadata) => boolean;
  readonly selection: RuleSelection;
}

/** Reads the rules of a class as class-validator selects and groups them. */
export function planClass(target: Function, source: PlanSource): ClassPlan {
  const { storage, selection } = source;
  const { always = false, strictGroups = false, groups } = selection;
  const rules = storage.getTargetValidationMetadatas(
    target,
    undefined,
    always,
    strictGroups,
    groups,
  );
  const hasRules = rules.length > 0;
  const grouped = group(rules, storage);
  if (grouped instanceof TypeError) {
    return { target, hasRules, failure: grouped, allowed: new Set(), properties: [] };
  }
  return {
    target,
    hasRules,
    failure: undefined,
    allowed: new Set(Object.keys(grouped)),
    properties: Object.entries(grouped).map(([name, ofProperty]) =>
      planProperty({ target, name }, ofProperty, source),
    ),
  };
}

/** class-validator groups by names in a plain object: `toString` is there before any rule. */
function group(rules: readonly RuleMetadata[], storage: ValidatorStorage) {
  try {
    return storage.groupByPropertyName(rules);
  } catch (failure) {
    return failure as TypeError;
  }
}

function planProperty(
  place: Pick<PropertyPlan, 'target' | 'name'>,
  rules: readonly RuleMetadata[],
  source: PlanSource,
): PropertyPlan {
  const ofType = (type: string) => rules.filter((rule) => rule.type === type);
  const conditional = ofType(RULE_TYPES.conditional);
  const others = rules.filter(
    ({ type }) => type !== RULE_TYPES.defined && type !== RULE_TYPES.whitelist,
  );
  const keys = rules.flatMap((rule) => keysOf(rule, source));
  const isUnambiguous = new Set(keys).size === keys.length;
  const planned = (rule: RuleMetadata) => planRule(rule, source.builtIns, isUnambiguous);
  const plan = {
    ...place,
    conditions: conditional.map(({ constraints }) => constraints?.[0] as Condition),
    isOptional: conditional.length > 0 && conditional.every(source.isOptional),
    isUnambiguous,
    defined: ofType(RULE_TYPES.defined).map(planned),
    custom: ofType(RULE_TYPES.custom).map(planned),
    nested: ofType(RULE_TYPES.nested),
    awaits: ofType(RULE_TYPES.promise).length > 0,
    definedContexts: ofType(RULE_TYPES.defined).filter(({ context }) => context),
    otherContexts: others.filter(({ context }) => context),
    nestedContexts: ofType(RULE_TYPES.nested).filter(({ context }) => context),
  };
  return { ...plan, uncertainty: uncertaintyOf(plan) };
}

/** The keys under which a rule can fail. */
function keysOf({ type, constraintCls }: RuleMetadata, { storage }: PlanSource): string[] {
  const canFail = type !== RULE_TYPES.conditional && type !== RULE_TYPES.whitelist;
  if (!canFail || constraintCls === undefined) return canFail ? [type] : [];
  return storage.getTargetValidatorConstraints(constraintCls).map(({ name }) => name || type);
}

function planRule(
  metadata: RuleMetadata,
  builtIns: BuiltInRules,
  isUnambiguous: boolean,
): RulePlan {
  const { name, each, message } = metadata;
  const instance = builtIns.instanceOf(metadata);
  return {
    metadata,
    isEach: each === true,
    hasOwnText: isUnambiguous && instance !== undefined && !message,
    builtIn: instance && {
      constraint: { name: name as string, instance },
      test: sureTestOf(metadata, instance),
    },
  };
}
