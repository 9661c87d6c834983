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
import type { GeneratedClass } from './generate/generated-class';
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
    const onNewClass = () => this.#generated?.reset();
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
    const state = this.#generated?.state ?? { isTold: true };
    state.isTold = false;
    const built = this.#build(() => this.#builder.buildRoot(metatype, source, generated?.build));
    if (built === undefined) return UNDECIDED;
    if (generated && !state.isTold && accepts(generated, built)) {
      return this.#resultOf(built, value);
    }
    return this.#execute(built, value, argument);
  }

  explain(target: Function): ValidationExplanation {
    return explainClass(target, this.parts);
  }

  #build(build: () => object): object | undefined {
    try {
      return build();
    } catch (thrown) {
      if (thrown === UNUSUAL) return undefined;
      throw thrown;
    }
  }

  #execute(instance: object, value: unknown, argument: ArgumentMetadata): unknown {
    const { classes, storage, execution, refusal, library } = this.parts;
    const run: Execution = {
      options: execution,
      planOf: classes.planOf,
      constraintsOf: (constraint) => storage.getTargetValidatorConstraints(constraint),
      execute: executeClass,
      pending: [],
    };
    if (holdsBinary(run, instance)) {
      return refusal.ofErrors(library.binaryErrors(instance), value, argument);
    }
    const broken: BrokenProperty[] = [];
    executeClass(run, instance, broken);
    const settle = () =>
      hasErrors(broken) ? refusal.ofBroken(broken, argument) : this.#resultOf(instance, value);
    return run.pending.length === 0 ? settle() : Promise.all(run.pending).then(() => answerOf(settle()));
  }

  #resultOf(instance: object, value: unknown): unknown {
    const { library, transformer, classes } = this.parts;
    if (library.result === 'instance') return instance;
    if (library.result === 'value' || value === undefined || value === null) return value;
    try {
      return toPlain(instance, classes.shapeOf);
    } catch (thrown) {
      if (thrown !== UNUSUAL) throw thrown;
      return transformer.classToPlain(instance);
    }
  }
}

/** What throws is not sure: validator.js does at some texts, if the library asks it at all. */
function accepts(generated: GeneratedClass, instance: object): boolean {
  try {
    return generated.accepts(instance);
  } catch {
    return false;
  }
}
