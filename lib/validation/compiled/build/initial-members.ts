import type { ClassShape } from './class-shape';
import { isInherited } from './unusual';

/** Own properties of the new instances of one class. */
export interface Initial {
  readonly names: readonly string[];
  /** class-validator finds one of them in the plain object in which it looks for rules. */
  readonly isUnusual: boolean;
}

/** What new instances hold: known once there was one, or where one more does no harm. */
export class InitialMembers {
  readonly #known = new WeakMap<ClassShape, Initial>();

  /** @param onNewClass called when the first instance of a class was made */
  constructor(private readonly onNewClass: (target: Function) => void) {}

  /** Undefined where only the application may make an instance. */
  of(shape: ClassShape): Initial | undefined {
    const known = this.#known.get(shape);
    if (known || !shape.isPure) return known;
    return this.learn(shape, new shape.target());
  }

  learn(shape: ClassShape, instance: object): Initial {
    const known = this.#known.get(shape);
    if (known) return known;
    const names = Object.keys(instance);
    const initial = { names, isUnusual: names.some(isInherited) };
    this.#known.set(shape, initial);
    this.onNewClass(shape.target);
    return initial;
  }
}
