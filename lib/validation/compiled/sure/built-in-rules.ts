import type { ValidatorPackage } from '../../class-rules/load-packages';
import { IsNotBlank } from '../../is-not-blank';
import type {
  ConstraintInstance,
  RuleArguments,
  RuleMetadata,
  ValidatorStorage,
} from '../packages/rule-metadata';
import { PROBES } from './probes';
import { ReferenceRules } from './reference-rules';

/**
 * Tells class-validator's own rules from rules of the application that have their names: a stored
 * rule does not say which decorator it came from. Text, shape and answers must all agree.
 */
export class BuiltInRules {
  readonly #storage: ValidatorStorage;
  readonly #references: ReferenceRules;

  constructor(validator: ValidatorPackage, storage: ValidatorStorage) {
    this.#storage = storage;
    this.#references = new ReferenceRules(storage, { ...validator, IsNotBlank });
  }

  /** The validator of a built-in rule that has no effects; undefined for any other. */
  instanceOf(rule: RuleMetadata): ConstraintInstance | undefined {
    const { constraintCls, constraints = [] } = rule;
    if (constraintCls === undefined || constraints.some(hasEffects)) return undefined;
    const registered = this.#storage.getTargetValidatorConstraints(constraintCls);
    const [constraint] = registered;
    if (constraint === undefined || registered.length > 1 || constraint.async) return undefined;
    if (constraintCls.name !== 'CustomConstraint') return undefined;
    const reference = this.#references.of(constraint.name ?? '', rule);
    if (reference === undefined) return undefined;
    const instance = new (constraintCls as new () => ConstraintInstance)();
    return agree(instance, reference, rule) ? forgiving(instance) : undefined;
  }
}

/** validator.js throws at some texts, such as half of a surrogate pair: those are not valid. */
function forgiving(instance: ConstraintInstance): ConstraintInstance {
  return {
    validate(value, args) {
      try {
        return instance.validate(value, args);
      } catch {
        return false;
      }
    },
    ...(instance.defaultMessage && { defaultMessage: (args) => instance.defaultMessage?.(args) }),
  };
}

/** Functions are the application's; a sticky expression remembers where it stopped. */
function hasEffects(constraint: unknown): boolean {
  return typeof constraint === 'function' || (constraint instanceof RegExp && constraint.sticky);
}

/** The text comes first: nobody's validator is asked but one that speaks as the library does. */
function agree(one: ConstraintInstance, other: ConstraintInstance, rule: RuleMetadata): boolean {
  const { propertyName, constraints } = rule;
  const argumentsFor = (value: unknown): RuleArguments => ({
    targetName: '',
    property: propertyName,
    object: {},
    value,
    constraints,
  });
  const text = (it: ConstraintInstance) => answer(() => it.defaultMessage?.(argumentsFor('')));
  if (text(one) !== text(other)) return false;
  // validator.js writes its defaults into the options that it is given.
  const probes = constraints?.some(isOptions) ? [] : PROBES;
  return probes.every((value) => {
    const args = argumentsFor(value);
    return answer(() => one.validate(value, args)) === answer(() => other.validate(value, args));
  });
}

function isOptions(constraint: unknown): boolean {
  return typeof constraint === 'object' && constraint !== null && !Array.isArray(constraint);
}

const FAILED = Symbol('failed');

function answer(ask: () => unknown): unknown {
  try {
    return ask();
  } catch {
    return FAILED;
  }
}
