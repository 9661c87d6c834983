import { captureRules } from '../packages/capture-rules';
import { newProbe } from '../packages/probe-class';
import type { ConstraintInstance, RuleMetadata, ValidatorStorage } from '../packages/rule-metadata';
import { BUILT_IN_DECORATORS } from './built-in-decorators';

type Decorator = (...given: readonly unknown[]) => PropertyDecorator;

/** Enough for the rules of a large application: the same few are declared again and again. */
const MAX_KEPT = 1_000;

/** Makes the rules that class-validator's own decorators would, to compare others with. */
export class ReferenceRules {
  readonly #storage: ValidatorStorage;
  readonly #decorators: ReadonlyMap<string, Decorator>;
  readonly #kept = new Map<string, ConstraintInstance | undefined>();

  /** @param exported the decorators by their names */
  constructor(storage: ValidatorStorage, exported: Readonly<Record<string, unknown>>) {
    this.#storage = storage;
    this.#decorators = new Map(
      [...BUILT_IN_DECORATORS].flatMap(([key, name]) => {
        const decorator = exported[name];
        return typeof decorator === 'function' ? [[key, decorator as Decorator] as const] : [];
      }),
    );
  }

  /** The same rule, made by the decorator of that name; undefined where there is none. */
  of(key: string, rule: RuleMetadata): ConstraintInstance | undefined {
    const decorate = this.#decorators.get(key);
    if (decorate === undefined) return undefined;
    const sameAs = identityOf(key, rule);
    if (sameAs === undefined) return this.#make(key, decorate, rule);
    if (!this.#kept.has(sameAs)) {
      if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
      this.#kept.set(sameAs, this.#make(key, decorate, rule));
    }
    return this.#kept.get(sameAs);
  }

  #make(key: string, decorate: Decorator, rule: RuleMetadata): ConstraintInstance | undefined {
    const { constraints = [], each, propertyName } = rule;
    // @IsEnum() stores the values beside the enum that it was given.
    const given = key === 'isEnum' ? constraints.slice(0, 1) : constraints;
    const Probe = newProbe();
    const captured = captureRules(this.#storage, () => {
      decorate(...given, { each })(Probe.prototype, propertyName);
    });
    const made = captured.rules[0]?.constraintCls as (new () => ConstraintInstance) | undefined;
    return made && new made();
  }
}

/** What makes two rules one: undefined for objects, which may change, and symbols, which look alike. */
function identityOf(key: string, { constraints = [], each }: RuleMetadata): string | undefined {
  let identity = `${key} ${String(each)}`;
  for (const constraint of constraints) {
    if (typeof constraint === 'object' && constraint !== null) return undefined;
    if (typeof constraint === 'symbol') return undefined;
    identity += ` ${typeof constraint} ${JSON.stringify(String(constraint))}`;
  }
  return identity;
}
