import { ancestry, type ClassShape, shapeOf } from './build/class-shape';
import { type MetadataWatch, RULE_ADDERS, watchMetadata } from './packages/metadata-watch';
import { TYPE_ADDERS, type TypeStorage } from './packages/type-storage';
import type { ClassPlan } from './plan/class-plan';
import { planClass, type PlanSource } from './plan/plan-class';

/** What is known of one class: made when it is first asked for, forgotten when decorators come. */
interface KnownClass {
  readonly version: number;
  plan?: ClassPlan;
  shape?: ClassShape | string;
}

/** The plans and shapes of all classes that one pipe has met. */
export class ClassRegistry {
  readonly #known = new Map<Function, KnownClass>();
  readonly #watches: readonly MetadataWatch[];
  #epoch = 0;

  constructor(
    private readonly source: PlanSource,
    private readonly types: TypeStorage,
  ) {
    this.#watches = [
      watchMetadata(source.storage, RULE_ADDERS),
      watchMetadata(types.source, TYPE_ADDERS),
    ];
  }

  /** Forgets the classes that got decorators since the last call; true if there were any. */
  refresh(): boolean {
    const epoch = this.#watches.reduce((sum, watch) => sum + watch.epoch(), 0);
    if (epoch === this.#epoch) return false;
    this.#epoch = epoch;
    let isChanged = false;
    for (const [target, { version }] of this.#known) {
      if (this.#versionOf(target) === version) continue;
      this.#known.delete(target);
      isChanged = true;
    }
    return isChanged;
  }

  readonly planOf = (target: Function): ClassPlan => {
    const known = this.#classOf(target);
    return (known.plan ??= planClass(target, this.source));
  };

  /** Undefined where class-transformer has to build the instances. */
  readonly shapeOf = (target: Function): ClassShape | undefined => {
    const shape = this.shapeOrReason(target);
    return typeof shape === 'string' ? undefined : shape;
  };

  shapeOrReason(target: Function): ClassShape | string {
    const known = this.#classOf(target);
    return (known.shape ??= shapeOf(target, this.types));
  }

  /** What `@Type()` declares for a property, as far as that does not depend on the value. */
  declaredType(target: Function, property: string): unknown {
    const type = this.shapeOf(target)?.types.get(property);
    try {
      const help = { newObject: {}, object: {}, property };
      return type?.typeFunction ? type.typeFunction(help) : type?.reflectedType;
    } catch {
      return undefined;
    }
  }

  #classOf(target: Function): KnownClass {
    let known = this.#known.get(target);
    if (known === undefined) {
      known = { version: this.#versionOf(target) };
      this.#known.set(target, known);
    }
    return known;
  }

  #versionOf(target: Function): number {
    return ancestry(target).reduce(
      (sum, it) => this.#watches.reduce((total, watch) => total + watch.versionOf(it), sum),
      0,
    );
  }
}
