import type { Constraint, RuleArguments, RuleMetadata } from '../packages/rule-metadata';

/** The text that class-validator gives a failure: the author's message, or the rule's own. */
export function textOf(
  rule: RuleMetadata,
  constraint: Constraint | undefined,
  args: RuleArguments,
  isDefaultDismissed: boolean,
): string | undefined {
  let message: unknown = rule.message || '';
  if (!rule.message && !isDefaultDismissed && constraint) {
    if (typeof constraint.instance.defaultMessage === 'function') {
      message = constraint.instance.defaultMessage(args);
    }
  }
  return replaceTokens(message, args);
}

/**
 * Replaces the tokens of a message as class-validator does, `$&` in a value included: whoever
 * reads the errors of an application reads what they always read.
 */
function replaceTokens(message: unknown, args: RuleArguments): string | undefined {
  let text: unknown;
  if (typeof message === 'function') text = (message as (given: RuleArguments) => unknown)(args);
  else if (typeof message === 'string') text = message;
  if (!text) return text as string | undefined;
  let told = text as string;
  if (Array.isArray(args.constraints)) {
    for (const [index, constraint] of args.constraints.entries()) {
      told = told && told.replace(new RegExp(`\\$constraint${index + 1}`, 'g'), toText(constraint));
    }
  }
  const { value } = args;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') {
    told = told && told.replace(/\$value/g, value as string);
  }
  told = told && told.replace(/\$property/g, args.property);
  return told && told.replace(/\$target/g, args.targetName as string);
}

function toText(constraint: unknown): string {
  if (Array.isArray(constraint)) return constraint.join(', ');
  return String(typeof constraint === 'symbol' ? constraint.description : constraint);
}

/** What class-validator tells a validator, or a function that makes a message. */
export function argumentsOf(rule: RuleMetadata, owner: object, value: unknown): RuleArguments {
  return {
    targetName: owner.constructor.name,
    property: rule.propertyName,
    object: owner,
    value,
    constraints: rule.constraints,
  };
}
