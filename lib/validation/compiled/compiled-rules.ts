import type { ArgumentMetadata } from '@nestjs/common';
import type { NestClassRules } from '../class-rules/nest-class-rules';
import { InstanceBuilder } from './build/instance-builder';
import { toPlain } from './build/to-plain';
import { isPlainObject, UNUSUAL } from './build/unusual';
import type { ClassRegistry } from './class-registry';
import type { BrokenProperty } from './execute/broken-property';
import { executeClass } from './execute/execute-class';
import type { Execution, ExecutionOptions } from './execute/execution';
import { hasErrors } from './execute/has-errors';
import type { ValidatorStorage } from './packages/rule-metadata';
import { explainClass, type ValidationExplanation } from './explain-class';
import { canGenerate } from './generate/can-generate';
import { GeneratedClasses } from './generate/generated-classes';
import { type GeneratedClass, surelyAccepts } from './generate/generated-class';
import type { Refusal } from './refusal';
import { answerOf } from '../refused';
import { holdsBinary } from './report/holds-binary';
import type { TransformerPackage } from '../class-rules/load-packages';

/** The answer for an argument that only the packages themselves can validate. */
export const UNDECIDED = Symbol('undecided');

/** What compiled rules are made of. */
export interface CompiledParts {
  readonly library: NestClassRules;
  readonly transformer: TransformerPackage;
  readonly storage: ValidatorStorage;
  readonly classes: ClassRegistry;
  readonly execution: ExecutionOptions;
  readonly refusal: Refusal;
  readonly maxDepth: number;
}

/** Validates arguments by plans, made once for each class, with the libraries' exact results. */
export class CompiledRules {
  readonly #builder: InstanceBuilder;
  readonly #generated: GeneratedClasses | undefined;

  constructor(private readonly parts: CompiledParts) {
    const { maxDepth, transformer, classes, execution } = parts;
    const onNewClass = (target: Function) => this.#generated?.onNewClass(target);
    const { shapeOf } = classes;
    const builder = new InstanceBuilder({ maxDepth, transformer, shapeOf, onNewClass });
    this.#builder = builder;
    this.#generated = canGenerate()
      ? new GeneratedClasses({ classes, builder, execution, maxDepth })
      : undefined;
  }

  /**
   * The validated argument, Refused, or UNDECIDED before any code of the application but
   * constructors has run. A promise only where a rule of the application gave one; it rejects
   * with what an invalid argument is refused with.
   */
  decide(value: unknown, argument: ArgumentMetadata): unknown {
    const { metatype } = argument;
    const { classes, refusal } = this.parts;
    if (typeof metatype !== 'function') return UNDECIDED;
    if (classes.refresh()) {
      refusal.reset();
      this.#generated?.reset();
    }
    const source = value ?? {};
    if (typeof source !== 'object' || !isPlainObject(source)) return UNDECIDED;
    const generated = this.#generated?.rootOf(metatype);
    const built = this.#build(metatype, source, generated);
    if (built === undefined) return UNDECIDED;
    const isSure = generated !== undefined && this.#isTidy();
    if (isSure && surelyAccepts(generated, built)) return this.#resultOf(built, value);
    const accepts = isSure ? this.#generated?.nestedAccepts(metatype) : undefined;
    return this.#execute(built, { value, argument, accepts });
  }

  explain(target: Function): ValidationExplanation {
    return explainClass(target, this.parts);
  }

  #build(
    target: Function,
    source: Record<string, unknown>,
    generated: GeneratedClass | undefined,
  ): object | undefined {
    if (this.#generated) this.#generated.state.isTold = false;
    try {
      return this.#builder.buildRoot(target, source, generated?.build);
    } catch (thrown) {
      if (thrown === UNUSUAL) return undefined;
      throw thrown;
    }
  }

  /** Whether the code that built an instance left out all members that have no rules. */
  #isTidy(): boolean {
    const { whitelist } = this.parts.execution;
    return this.#generated?.state.isTold === false && !(whitelist && this.#builder.hasBuilt);
  }

  #execute(instance: object, { value, argument, accepts = nothing }: Given): unknown {
    const { classes, storage, execution, refusal, library } = this.parts;
    const run: Execution = {
      options: execution,
      planOf: classes.planOf,
      constraintsOf: (constraint) => storage.getTargetValidatorConstraints(constraint),
      accepts,
      execute: executeClass,
      pending: [],
    };
    const binary = holdsBinary(classes.planOf, instance) ? library.binaryErrors(instance) : [];
    if (binary.length > 0) return refusal.ofErrors(binary, value, argument);
    const broken: BrokenProperty[] = [];
    executeClass(run, instance, broken);
    const settle = () =>
      hasErrors(broken) ? refusal.ofBroken(broken, argument) : this.#resultOf(instance, value);
    return run.pending.length === 0
      ? settle()
      : Promise.all(run.pending).then(() => answerOf(settle()));
  }

  #resultOf(instance: object, value: unknown): unknown {
    const { library, transformer, classes } = this.parts;
    if (library.result === 'instance') return instance;
    if (library.result === 'value' || value === undefined || value === null) return value;
    try {
      return toPlain(instance, classes.shapeOf);
    } catch {
      return transformer.classToPlain(instance);
    }
  }
}

/** What is executed for, and what tells of nested objects that their rules need not run. */
interface Given {
  readonly value: unknown;
  readonly argument: ArgumentMetadata;
  readonly accepts: Execution['accepts'] | undefined;
}

const nothing = () => false;
