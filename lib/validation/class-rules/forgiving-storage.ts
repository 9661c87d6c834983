import { BuiltInRules } from '../compiled/sure/built-in-rules';
import type {
  Constraint,
  ConstraintInstance,
  RuleArguments,
  ValidatorStorage,
} from '../compiled/packages/rule-metadata';
import type { ValidatorPackage } from './load-packages';

/** Where every copy of class-validator keeps its storage; each run reads it once, when it starts. */
interface StorageHolder {
  classValidatorMetadataStorage?: ValidatorStorage;
}

const holder = globalThis as StorageHolder;

/**
 * Runs class-validator so that its own rules break where they would throw: validator.js throws at
 * some texts, such as half of a surrogate pair, and what a client sent is never our failure.
 */
export class ForgivingStorage {
  readonly #forgiving = new WeakMap<ValidatorStorage, ValidatorStorage>();
  readonly #constraints = new WeakMap<Constraint, Constraint>();

  constructor(private readonly validator: ValidatorPackage) {}

  /** Only what starts within the call sees it: other validations of the process stay as they are. */
  run<Result>(validate: () => Result): Result {
    const storage = holder.classValidatorMetadataStorage;
    if (storage === undefined) return validate();
    holder.classValidatorMetadataStorage = this.#over(storage);
    try {
      return validate();
    } finally {
      holder.classValidatorMetadataStorage = storage;
    }
  }

  #over(storage: ValidatorStorage): ValidatorStorage {
    let forgiving = this.#forgiving.get(storage);
    if (forgiving === undefined) {
      forgiving = Object.assign(Object.create(storage) as ValidatorStorage, {
        getTargetValidatorConstraints: (target: Function) => {
          const constraints = storage.getTargetValidatorConstraints(target);
          // Only ValidateBy() and registerDecorator() make classes of this name.
          if (target.name !== 'CustomConstraint') return constraints;
          return constraints.map((it) => this.#constraintOver(it, target, storage));
        },
      });
      this.#forgiving.set(storage, forgiving);
    }
    return forgiving;
  }

  #constraintOver(constraint: Constraint, target: Function, storage: ValidatorStorage): Constraint {
    let forgiving = this.#constraints.get(constraint);
    if (forgiving === undefined) {
      const isBuiltIn = (args: RuleArguments) => this.#isBuiltIn(constraint, target, args, storage);
      const get = () => instanceOver(constraint.instance, isBuiltIn);
      forgiving = Object.create(constraint, { instance: { get } }) as Constraint;
      this.#constraints.set(constraint, forgiving);
    }
    return forgiving;
  }

  /** Asked of a rule that has thrown, so that nobody else pays for the answer. */
  #isBuiltIn(
    { name = '' }: Constraint,
    constraintCls: Function,
    { property, constraints = [] }: RuleArguments,
    storage: ValidatorStorage,
  ): boolean {
    const builtIns = new BuiltInRules(this.validator, storage);
    const rule = { type: '', target: undefined, propertyName: property, constraintCls };
    return [false, true].some(
      (each) => builtIns.instanceOf({ ...rule, name, constraints, each }) !== undefined,
    );
  }
}

function instanceOver(
  instance: ConstraintInstance,
  isBuiltIn: (args: RuleArguments) => boolean,
): ConstraintInstance {
  return {
    validate(value, args) {
      try {
        return instance.validate(value, args);
      } catch (thrown) {
        if (isBuiltIn(args)) return false;
        throw thrown;
      }
    },
    ...(instance.defaultMessage && { defaultMessage: (args) => instance.defaultMessage?.(args) }),
  };
}
