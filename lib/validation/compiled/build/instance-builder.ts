import type { TransformerPackage } from '../../class-rules/load-packages';
import type { TypeMetadata } from '../packages/type-storage';
import { checkUsual } from './check-usual';
import type { ClassShape, Constructor } from './class-shape';
import { convertScalar, isScalarType } from './convert-scalar';
import { copyValue } from './copy-value';
import { InitialMembers } from './initial-members';
import { addItem, isPlainList, newList, type TypedList } from './new-list';
import { checkPlainList, isPlainObject, isPrototypeKey, UNUSUAL } from './unusual';

type Plain = Record<string, unknown>;

/** What building needs from its surroundings. */
export interface BuildContext {
  readonly maxDepth: number;
  readonly transformer: TransformerPackage;
  /** The shape of a class; undefined where class-transformer has to build it. */
  readonly shapeOf: (target: Function) => ClassShape | undefined;
  /** Called when the first instance of a class was made. */
  readonly onNewClass: (target: Function) => void;
}

/** Builds what class-transformer's plainToInstance() would, without generated code. */
export class InstanceBuilder {
  #unchecked: unknown;
  #hasBuilt = false;
  readonly initial: InitialMembers;

  constructor(private readonly context: BuildContext) {
    this.initial = new InitialMembers(context.onNewClass);
  }

  /** Whether it made instances itself since the last root: no code left members of theirs out. */
  get hasBuilt(): boolean {
    return this.#hasBuilt;
  }

  /** @throws UNUSUAL for a value that no parser makes, before code of the application has run */
  buildRoot(
    target: Function,
    value: Plain,
    generated?: (value: Plain, level: number) => object,
  ): object {
    this.#unchecked = value;
    this.#hasBuilt = false;
    if (generated) return generated(value, 1);
    const { shapeOf, transformer } = this.context;
    const shape = shapeOf(target);
    if (shape) return this.build(shape, value, 1);
    this.checkRoot();
    return transformer.plainToInstance(target as Constructor, value);
  }

  /** Looks at the whole value before code of the application runs, which must not run twice. */
  readonly checkRoot = (): void => {
    if (this.#unchecked === undefined) return;
    checkUsual(this.#unchecked, 1, this.context.maxDepth);
    this.#unchecked = undefined;
  };

  /** An instance of a class, whose members are on `level + 1`. */
  readonly build = (shape: ClassShape, value: Plain, level: number): object => {
    const { maxDepth } = this.context;
    if (level > maxDepth) throw UNUSUAL;
    this.#hasBuilt = true;
    if (!shape.isPure) this.checkRoot();
    const built = new shape.target() as Plain;
    if (this.initial.learn(shape, built).isUnusual) throw UNUSUAL;
    for (const key of Object.keys(value)) {
      if (isPrototypeKey(key)) throw UNUSUAL;
      const member = value[key];
      const type = shape.types.get(key);
      if (shape.blocked.has(key) || typeof built[key] === 'function') {
        checkUsual(member, level + 1, maxDepth);
      } else if (type) {
        const help = { newObject: built, object: value, property: key };
        const target = type.typeFunction ? type.typeFunction(help) : type.reflectedType;
        built[key] = this.convert(target, type, member, level + 1);
      } else if (key === 'then' && typeof member === 'function') throw UNUSUAL;
      else built[key] = copyValue(member, level + 1, maxDepth);
    }
    return built;
  };

  /** The value of a property with `@Type()`, of the type that its function gave. */
  readonly convert = (
    target: unknown,
    { reflectedType }: TypeMetadata,
    value: unknown,
    level: number,
  ): unknown =>
    Array.isArray(value)
      ? this.#list(target, reflectedType, value, level)
      : this.#convertOne(target, value, level);

  /** A plain array of a class whose builder was generated. */
  readonly buildList = (
    generated: { build: (value: Plain, level: number) => object },
    target: unknown,
    items: unknown[],
    level: number,
  ): unknown[] => {
    if (level > this.context.maxDepth) throw UNUSUAL;
    checkPlainList(items);
    const list: unknown[] = [];
    for (const item of items) {
      if (typeof item !== 'object' || item === null) list.push(item);
      else if (Array.isArray(item)) list.push(this.#list(target, undefined, item, level + 1));
      else if (isPlainObject(item)) list.push(generated.build(item, level + 1));
      else throw UNUSUAL;
    }
    return list;
  };

  #list(target: unknown, declared: unknown, items: unknown[], level: number): TypedList {
    if (level > this.context.maxDepth) throw UNUSUAL;
    checkPlainList(items);
    if (!isPlainList(declared)) this.checkRoot();
    const list = newList(declared);
    for (const item of items) {
      const converted = Array.isArray(item)
        ? this.#list(target, undefined, item, level + 1)
        : this.#convertOne(target, item, level + 1);
      addItem(list, converted);
    }
    return list;
  }

  #convertOne(target: unknown, value: unknown, level: number): unknown {
    const { maxDepth, shapeOf, transformer } = this.context;
    if (!target || target === Object) return copyValue(value, level, maxDepth);
    if (isScalarType(target)) {
      // The object may have a `toString` of its own.
      if (typeof value === 'object' && value !== null) this.checkRoot();
      return convertScalar(target, value, level, maxDepth);
    }
    const shape = typeof target === 'function' ? shapeOf(target) : undefined;
    if (shape && typeof value === 'object' && value !== null) {
      if (!isPlainObject(value)) throw UNUSUAL;
      return this.build(shape, value, level);
    }
    if (shape) return value;
    this.#hasBuilt = true;
    this.checkRoot();
    checkUsual(value, level, maxDepth);
    return transformer.plainToInstance(target as Constructor, value);
  }
}
