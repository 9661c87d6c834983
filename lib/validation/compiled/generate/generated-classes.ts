import type { ClassShape } from '../build/class-shape';
import { checkUsual } from '../build/check-usual';
import { copyValue } from '../build/copy-value';
import type { InstanceBuilder } from '../build/instance-builder';
import { isPlainObject, UNUSUAL } from '../build/unusual';
import type { ClassRegistry } from '../class-registry';
import type { ExecutionOptions } from '../execute/execution';
import { SIZE_NAMES } from '../sure/size-tests';
import { acceptSource } from './accept-source';
import {
  type BuildParts,
  buildSource,
  type TypedMember,
  type UnknownMembers,
} from './build-source';
import type { GeneratedClass } from './generated-class';
import { isCertain } from './is-certain';
import { SourceScope } from './source-scope';

/** What the code of all classes shares. */
export interface GenerationParts {
  readonly classes: ClassRegistry;
  readonly builder: InstanceBuilder;
  readonly execution: ExecutionOptions;
  readonly maxDepth: number;
}

/** Generates code for classes, once for each, when instances of them have been seen. */
export class GeneratedClasses {
  readonly state = { isTold: false };
  #roots = new Map<Function, GeneratedClass>();
  #made = new Map<string, Map<Function, GeneratedClass>>();

  constructor(private readonly parts: GenerationParts) {}

  /** Forgets all code: a class has got decorators since, or was seen for the first time. */
  reset(): void {
    this.#roots = new Map();
    this.#made = new Map();
  }

  /** The code of a class whose instances are validated; undefined where there is none yet. */
  rootOf(target: Function): GeneratedClass | undefined {
    const known = this.#roots.get(target);
    if (known) return known;
    const root = this.#classOf(target, this.#unknownOf(target));
    if (root) this.#roots.set(target, root);
    return root;
  }

  /** Leaving members out is up to class-validator where code of the application could see them. */
  #unknownOf(target: Function): UnknownMembers {
    const { whitelist, forbidNonWhitelisted } = this.parts.execution;
    if (!whitelist || !isCertain(target, this.parts)) return 'keep';
    return forbidNonWhitelisted ? 'tell' : 'drop';
  }

  #classOf(target: Function, unknown: UnknownMembers): GeneratedClass | undefined {
    const ofMode = this.#made.get(unknown) ?? new Map<Function, GeneratedClass>();
    this.#made.set(unknown, ofMode);
    const known = ofMode.get(target);
    if (known) return known;
    const shape = this.parts.classes.shapeOf(target);
    const initial = shape && this.parts.builder.initialOf(shape);
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
    const nestedMode = unknown === 'drop' && execution.stopAtFirstError ? 'tell' : unknown;
    const typeOf = (property: string): TypedMember => {
      const target = classes.declaredType(shape.target, property);
      const mode = validated.has(property) ? nestedMode : 'keep';
      const isClass = typeof target === 'function' && classes.shapeOf(target) !== undefined;
      return { target, generated: isClass ? this.#classOf(target, mode) : undefined };
    };
    const scope = this.#newScope();
    const parts: BuildParts = { scope, shape, initial, allowed: plan.allowed, unknown, typeOf };
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
    const { builder, maxDepth } = this.parts;
    const scope = new SourceScope();
    const shared = {
      ...SIZE_NAMES,
      ...{ UNUSUAL, maxDepth, checkUsual, copyValue, isPlainObject },
      ...{
        state: this.state,
        checkRoot: builder.checkRoot,
        convert: builder.convert,
        buildList: builder.buildList,
      },
      ...{ isArray: Array.isArray, isInteger: Number.isInteger, isFinite: Number.isFinite },
      ...{ keysOf: Object.keys, hasKeys, isCollection },
    };
    for (const [name, value] of Object.entries(shared)) scope.set(name, value);
    return scope;
  }
}

function skipped(options: ExecutionOptions): ('undefined' | 'null')[] {
  const { skipUndefinedProperties, skipNullProperties, skipMissingProperties } = options;
  return [
    ...(skipUndefinedProperties || skipMissingProperties ? (['undefined'] as const) : []),
    ...(skipNullProperties || skipMissingProperties ? (['null'] as const) : []),
  ];
}

function hasKeys(built: object, initial: readonly string[]): boolean {
  const keys = Object.keys(built);
  return keys.length === initial.length && keys.every((key, index) => key === initial[index]);
}

function isCollection(value: unknown): boolean {
  return value instanceof Set || value instanceof Map;
}
