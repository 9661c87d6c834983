import type { ClassShape } from '../build/class-shape';
import type { InstanceBuilder } from '../build/instance-builder';
import type { ClassRegistry } from '../class-registry';
import type { Execution, ExecutionOptions } from '../execute/execution';
import { acceptSource } from './accept-source';
import {
  type BuildParts,
  buildSource,
  type TypedMember,
  type UnknownMembers,
} from './build-source';
import { type BuildState, classScope } from './class-scope';
import { type GeneratedClass, surelyAccepts } from './generated-class';
import { isCertain } from './is-certain';
import type { SourceScope } from './source-scope';

/** What the code of all classes shares. */
export interface GenerationParts {
  readonly classes: ClassRegistry;
  readonly builder: InstanceBuilder;
  readonly execution: ExecutionOptions;
  readonly maxDepth: number;
}

/** Generates code for classes, once for each, when instances of them have been seen. */
export class GeneratedClasses {
  readonly state: BuildState = { isTold: false };
  #roots = new Map<Function, GeneratedClass>();
  #made = new Map<string, Map<Function, GeneratedClass>>();
  #nestedAccepts = new Map<Function, Accepts>();

  constructor(private readonly parts: GenerationParts) {}

  /** Forgets all code: a class has got decorators since, or was seen for the first time. */
  reset(): void {
    this.#roots = new Map();
    this.#made = new Map();
    this.#nestedAccepts = new Map();
  }

  /** The code of a class whose instances are validated; undefined where there is none yet. */
  rootOf(target: Function): GeneratedClass | undefined {
    const known = this.#roots.get(target);
    if (known) return known;
    const root = this.#classOf(target, this.#unknownOf(target));
    if (root) this.#roots.set(target, root);
    return root;
  }

  /**
   * What tells of objects inside an instance of a class that they are surely valid: the code of
   * their own classes, where no members of theirs are left to be removed or told.
   */
  nestedAccepts(target: Function): Accepts {
    let accepts = this.#nestedAccepts.get(target);
    // While its code is about to be made anew, nothing is known yet.
    if (accepts === undefined && !this.#roots.has(target)) return nothing;
    if (accepts === undefined) {
      accepts = this.#acceptsIn(this.#unknownOf(target));
      this.#nestedAccepts.set(target, accepts);
    }
    return accepts;
  }

  #acceptsIn(unknown: UnknownMembers): Accepts {
    const isTidy = unknown !== 'keep' || !this.parts.execution.whitelist;
    const ofMode = isTidy ? this.#made.get(this.#nestedMode(unknown)) : undefined;
    if (ofMode === undefined) return nothing;
    return (object) => {
      const generated = ofMode.get(object.constructor);
      return generated !== undefined && surelyAccepts(generated, object);
    };
  }

  /** Leaving members out is up to class-validator where code of the application could see them. */
  #unknownOf(target: Function): UnknownMembers {
    const { whitelist, forbidNonWhitelisted } = this.parts.execution;
    if (!whitelist || !isCertain(target, this.parts)) return 'keep';
    return forbidNonWhitelisted ? 'tell' : 'drop';
  }

  /** class-validator leaves nested objects alone whose property has failed already. */
  #nestedMode(unknown: UnknownMembers): UnknownMembers {
    return unknown === 'drop' && this.parts.execution.stopAtFirstError ? 'tell' : unknown;
  }

  #classOf(target: Function, unknown: UnknownMembers): GeneratedClass | undefined {
    const ofMode = this.#made.get(unknown) ?? new Map<Function, GeneratedClass>();
    this.#made.set(unknown, ofMode);
    const known = ofMode.get(target);
    if (known) return known;
    const shape = this.parts.classes.shapeOf(target);
    const initial = shape && this.parts.builder.initial.of(shape)?.names;
    if (shape === undefined || initial === undefined) return undefined;
    // Known before it is made: classes may hold each other.
    const made = {} as GeneratedClass;
    ofMode.set(target, made);
    return Object.assign(made, this.#generate(shape, initial, unknown));
  }

  #generate(
    shape: ClassShape,
    initial: readonly string[],
    unknown: UnknownMembers,
  ): GeneratedClass {
    const { classes, execution } = this.parts;
    const plan = classes.planOf(shape.target);
    const validated = new Set(
      plan.properties.filter((it) => it.nested.length > 0).map((it) => it.name),
    );
    const nestedMode = this.#nestedMode(unknown);
    const typeOf = (property: string): TypedMember => {
      const target = classes.declaredType(shape.target, property);
      const mode = validated.has(property) ? nestedMode : 'keep';
      const isClass = typeof target === 'function' && classes.shapeOf(target) !== undefined;
      return { target, generated: isClass ? this.#classOf(target, mode) : undefined };
    };
    const scope = this.#newScope();
    const nested = validated;
    const { allowed } = plan;
    const parts: BuildParts = { scope, shape, initial, nested, allowed, unknown, typeOf };
    const build = scope.make<GeneratedClass['build']>(buildSource(parts));
    if (!isCertain(shape.target, this.parts)) return { build, accepts: () => false };
    const nestedOf = (property: string) => {
      const { target, generated } = typeOf(property);
      return generated && { target: target as Function, generated };
    };
    const skips = skipped(execution);
    const acceptScope = this.#newScope();
    const source = acceptSource(plan, { scope: acceptScope, nestedOf, skips });
    return { build, accepts: acceptScope.make<GeneratedClass['accepts']>(source) };
  }

  #newScope(): SourceScope {
    return classScope(this.parts.builder, this.parts.maxDepth, this.state);
  }
}

type Accepts = Execution['accepts'];

const nothing = () => false;

function skipped(options: ExecutionOptions): ('undefined' | 'null')[] {
  const { skipUndefinedProperties, skipNullProperties, skipMissingProperties } = options;
  return [
    ...(skipUndefinedProperties || skipMissingProperties ? (['undefined'] as const) : []),
    ...(skipNullProperties || skipMissingProperties ? (['null'] as const) : []),
  ];
}
