import type { InstanceBuilder } from '../build/instance-builder';
import type { ClassRegistry } from '../class-registry';
import type { Execution, ExecutionOptions } from '../execute/execution';
import { acceptSource, skipsOf } from './accept-source';
import { type BuildParts, buildSource, type TypedMember } from './build-source';
import { type BuildState, classScope } from './class-scope';
import { type GeneratedClass, surelyAccepts } from './generated-class';
import { isCertain } from './is-certain';
import type { SourceScope } from './source-scope';
import { unknownInNested, type UnknownMembers, unknownOf } from './unknown-members';

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
  /** Classes without code, as no instance was seen yet, and what makes the code that needs theirs. */
  #waiting = new Map<Function, Set<() => void>>();

  constructor(private readonly parts: GenerationParts) {}

  /** Forgets all code: a class has got decorators since. */
  reset(): void {
    this.#roots = new Map();
    this.#made = new Map();
    this.#nestedAccepts = new Map();
    this.#waiting = new Map();
  }

  /** Makes the code anew that had to do without this class's: now an instance of it was seen. */
  onNewClass(target: Function): void {
    const waiting = this.#waiting.get(target) ?? [];
    this.#waiting.delete(target);
    for (const generate of waiting) generate();
  }

  /** The code of a class whose instances are validated; undefined where there is none yet. */
  rootOf(target: Function): GeneratedClass | undefined {
    const known = this.#roots.get(target);
    if (known) return known;
    const root = this.#classOf(target, unknownOf(target, this.parts));
    if (root) this.#roots.set(target, root);
    return root;
  }

  /**
   * What tells of objects inside an instance of a class that they are surely valid: the code of
   * their own classes, where no members of theirs are left to be removed or told.
   */
  nestedAccepts(target: Function): Accepts {
    let accepts = this.#nestedAccepts.get(target);
    if (accepts === undefined) {
      accepts = this.#acceptsIn(unknownOf(target, this.parts));
      this.#nestedAccepts.set(target, accepts);
    }
    return accepts;
  }

  #acceptsIn(unknown: UnknownMembers): Accepts {
    const isTidy = unknown !== 'keep' || !this.parts.execution.whitelist;
    if (!isTidy) return nothing;
    const mode = unknownInNested(unknown, this.parts.execution);
    return (object) => {
      const generated = this.#made.get(mode)?.get(object.constructor);
      return generated !== undefined && surelyAccepts(generated, object);
    };
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
    const parts = { shape, initial, unknown };
    const generate = () => void Object.assign(made, this.#generate(parts, generate));
    generate();
    return made;
  }

  #generate({ shape, initial, unknown }: Generated, generate: () => void): GeneratedClass {
    const { classes, execution } = this.parts;
    const plan = classes.planOf(shape.target);
    const validated = new Set(
      plan.properties.filter((it) => it.nested.length > 0).map((it) => it.name),
    );
    const nestedMode = unknownInNested(unknown, execution);
    const typeOf = (property: string): TypedMember => {
      const target = classes.declaredType(shape.target, property);
      const mode = validated.has(property) ? nestedMode : 'keep';
      if (typeof target !== 'function' || !classes.shapeOf(target)) {
        return { target, generated: undefined };
      }
      const generated = this.#classOf(target, mode);
      if (generated === undefined) this.#await(target, generate);
      return { target, generated };
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
    const skips = skipsOf(execution);
    const acceptScope = this.#newScope();
    const source = acceptSource(plan, { scope: acceptScope, nestedOf, skips });
    return { build, accepts: acceptScope.make<GeneratedClass['accepts']>(source) };
  }

  #await(target: Function, generate: () => void): void {
    const waiting = this.#waiting.get(target) ?? new Set();
    this.#waiting.set(target, waiting.add(generate));
  }

  #newScope(): SourceScope {
    return classScope(this.parts.builder, this.parts.maxDepth, this.state);
  }
}

/** One class, and what becomes of members without rules. */
type Generated = Pick<BuildParts, 'shape' | 'initial' | 'unknown'>;

type Accepts = Execution['accepts'];

const nothing = () => false;
