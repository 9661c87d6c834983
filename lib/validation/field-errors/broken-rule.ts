import type { FieldError } from '../../record/field-error';
import { toFieldCode } from '../field-code';
import { readParams } from '../rules/read-params';
import type { RuleDefinition, RuleParams } from '../rules/rule-definition';
import { EACH, ruleText } from '../rules/rule-text';
import { ruleDefinition } from '../rules/rule-table';
import type { IndexedRule } from './rule-index';

/** The texts that `@ValidateNested()` stores as if its author had written them. */
const NESTED_DEFAULT = /^(?:each value in )?nested property .* must be either object or array$/s;

/** What class-validator says of one failure. */
export interface BrokenRule {
  readonly key: string;
  /** Empty where `dismissDefaultMessages` left nothing. */
  readonly text: string;
  readonly context: unknown;
  /** Undefined where the validator package has no metadata to ask. */
  readonly rule: IndexedRule | undefined;
}

type Told = Pick<FieldError, 'rule' | 'code' | 'params' | 'message'> & { isAuthored?: true };

/** Key and text of the library → code, parameters and a text without a subject. */
export function tellBrokenRule(broken: BrokenRule, siblings: readonly IndexedRule[]): Told {
  const { key, text, context, rule } = broken;
  const definition = ruleDefinition(key);
  const params = paramsOf(definition, rule, siblings);
  const declared = (context as { code?: unknown } | null | undefined)?.code;
  const code = typeof declared === 'string' && declared !== '' ? toFieldCode(declared) : undefined;
  const told = {
    rule: key,
    code: code ?? definition?.code ?? 'VALIDATION_INVALID',
    params,
  };
  if (text === '') return { ...told, message: 'invalid value' };
  const own = isAuthored(broken) ? undefined : definition && ownText(definition, params, rule);
  return own === undefined
    ? { ...told, message: text, isAuthored: true }
    : { ...told, message: own };
}

function isAuthored({ key, text, rule }: BrokenRule): boolean {
  if (key === 'nestedValidation') return !NESTED_DEFAULT.test(text);
  const message = rule?.stored.message;
  return typeof message === 'function' || (typeof message === 'string' && message !== '');
}

function ownText(
  definition: RuleDefinition,
  params: RuleParams,
  rule: IndexedRule | undefined,
): string | undefined {
  const text = ruleText(definition, params);
  // The items of a nested list have paths of their own.
  const isOfEach = rule?.stored.each === true && rule.key !== 'nestedValidation';
  return isOfEach && text !== undefined ? `${EACH}${text}` : text;
}

const PAIRS: Readonly<Record<string, string>> = { minLength: 'maxLength', maxLength: 'minLength' };

/** A length has the parameters of both its bounds: the flat format tells them in one text. */
function paramsOf(
  definition: RuleDefinition | undefined,
  rule: IndexedRule | undefined,
  siblings: readonly IndexedRule[],
): RuleParams {
  if (rule === undefined) return {};
  const constraints = rule.stored.constraints ?? [];
  if (definition === undefined) {
    return readParams(
      constraints.map((_, position) => `constraint${position + 1}`),
      constraints,
    );
  }
  const params = readParams(definition.params, constraints);
  const pairKey = Object.hasOwn(PAIRS, rule.key) ? PAIRS[rule.key] : undefined;
  const pair = siblings.find(
    ({ key, stored }) => key === pairKey && (stored.each ?? false) === (rule.stored.each ?? false),
  );
  const pairDefinition = pair && ruleDefinition(pair.key);
  return pairDefinition
    ? { ...readParams(pairDefinition.params, pair.stored.constraints ?? []), ...params }
    : params;
}
