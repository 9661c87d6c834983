import { InstanceOf } from '../compare/copy';
import type { Classes } from '../program/decorate';
import type { ClassModel, Program, PropertyModel } from '../program/program';
import type { Random } from '../random';
import { acceptable } from './acceptable';
import { FOREIGN_EDGES, JSON_EDGES, POLLUTED, TRICKY_KEYS } from './edge-values';
import { mutate } from './mutate';
import { type NestedContent, nestedValue } from './nested-value';

const MAX_DEPTH = 4;
/** A few payloads of thousands of objects would take most of the time. */
const MAX_OBJECTS = 15;

/** Arguments that are no object of the kind that is asked for. */
const WILD: readonly unknown[] = [undefined, null, '', 'x', 0, true, [], [{}], {}, POLLUTED];

/** Makes payloads for the classes of a program: valid ones, and others that are nearly so. */
export class PayloadSource {
  readonly #models: ReadonlyMap<string, ClassModel>;
  readonly #accepted = new Map<PropertyModel, readonly unknown[]>();
  #objects = 0;

  constructor(
    program: Program,
    private readonly classes: Classes,
    private readonly random: Random,
  ) {
    this.#models = new Map(program.classes.map((model) => [model.name, model]));
  }

  next(className: string): unknown {
    const { random } = this;
    const choice = random.next();
    if (choice < 0.04) return random.pick([...WILD, ...FOREIGN_EDGES]);
    this.#objects = 0;
    const payload = this.#object(className, 0);
    if (choice < 0.4) return payload;
    const mutated = mutate(random, payload);
    if (choice < 0.8) return mutated;
    if (choice < 0.97) return mutate(random, mutate(random, mutated));
    return new InstanceOf(className, payload);
  }

  #object(className: string, depth: number): Record<string, unknown> {
    const { random } = this;
    this.#objects++;
    const payload: Record<string, unknown> = {};
    for (const { property, owner } of this.#properties(className)) {
      const isOptional = property.calls.some(({ decorator }) => decorator === 'IsOptional');
      if (random.chance(isOptional ? 0.4 : 0.03)) continue;
      set(payload, property.name, this.#value(property, owner, depth));
    }
    if (random.chance(0.08)) set(payload, random.pick(TRICKY_KEYS), random.pick(JSON_EDGES));
    if (random.chance(0.06)) set(payload, 'extra', random.pick([1, {}, [{ a: 1 }]]));
    return random.chance(0.2) ? reordered(random, payload) : payload;
  }

  /** Own and inherited properties; of two with one name both, the child's last. */
  #properties(className: string): { property: PropertyModel; owner: string }[] {
    const model = this.#models.get(className);
    if (model === undefined) return [];
    const inherited = model.parent === undefined ? [] : this.#properties(model.parent);
    return [...inherited, ...model.properties.map((property) => ({ property, owner: className }))];
  }

  #value(property: PropertyModel, owner: string, depth: number): unknown {
    const { random } = this;
    const { content } = property;
    if (content.kind === 'values') {
      const accepted = this.#acceptedBy(property, owner);
      if (accepted.length > 0 && !random.chance(0.02)) return random.pick(accepted);
      return random.pick(content.candidates.length > 0 ? content.candidates : JSON_EDGES);
    }
    const isLarge = depth >= MAX_DEPTH || this.#objects >= MAX_OBJECTS;
    if (isLarge) return content.container === 'array' ? [] : null;
    return this.#nested(content, depth + 1);
  }

  #nested({ classNames, container, discriminator }: NestedContent, depth: number): unknown {
    const { random } = this;
    return nestedValue(random, container, () => {
      const className = random.pick(classNames);
      const nested = this.#object(className, depth);
      return discriminator === undefined || random.chance(0.05)
        ? nested
        : { [discriminator]: className, ...nested };
    });
  }

  #acceptedBy(property: PropertyModel, owner: string): readonly unknown[] {
    const known = this.#accepted.get(property);
    if (known !== undefined) return known;
    const { content, name } = property;
    const built = this.classes.get(owner);
    const candidates = content.kind === 'values' ? content.candidates : [];
    const accepted =
      built === undefined ? [] : acceptable(built, name, [...candidates, ...JSON_EDGES]);
    this.#accepted.set(property, accepted);
    return accepted;
  }
}

/** Also `__proto__` becomes an own key, as JSON.parse makes it. */
function set(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

function reordered(random: Random, payload: Record<string, unknown>): Record<string, unknown> {
  const shuffled = {};
  for (const key of random.shuffle(Object.keys(payload))) set(shuffled, key, payload[key]);
  return shuffled;
}
