import type { TransformerPackage } from '../../class-rules/load-packages';
import type { TypeMetadata } from '../packages/type-storage';
import { checkUsual } from './check-usual';
import type { ClassShape, Constructor } from './class-shape';
import { convertScalar, isScalarType } from './convert-scalar';
import { copyValue } from './copy-value';
import { newList } from './new-list';
import { isPlainObject, isPrototypeKey, UNUSUAL } from './unusual';

/** What building needs from its surroundings. */
export interface BuildContext {
  readonly maxDepth: number;
  readonly transformer: TransformerPackage;
  /** The shape of a class; undefined where class-transformer has to build it. */
  readonly shapeOf: (target: Function) => ClassShape | undefined;
}

/** Builds what class-transformer's plainToInstance() would, without generated code. */
export class InstanceBuilder {
  constructor(private readonly context: BuildContext) {}

  /**
   * An instance of a class, whose members are on `level + 1`.
   * @throws UNUSUAL for a value that no parser makes, before anything but constructors has run
   */
  build(shape: ClassShape, value: Record<string, unknown>, level: number): object {
    const { maxDepth } = this.context;
    if (level > maxDepth) throw UNUSUAL;
    const built = new shape.target() as Record<string, unknown>;
    for (const key of Object.keys(value)) {
      if (isPrototypeKey(key)) throw UNUSUAL;
      const member = value[key];
      const type = shape.types.get(key);
      if (shape.blocked.has(key) || typeof built[key] === 'function') {
        checkUsual(member, level + 1, maxDepth);
      } else if (type) {
        const target = type.typeFunction
          ? type.typeFunction({ newObject: built, object: value, property: key })
          : type.reflectedType;
        built[key] = this.#convert(target, type, member, level + 1);
      } else if (key === 'then' && typeof member === 'function') throw UNUSUAL;
      else built[key] = copyValue(member, level + 1, maxDepth);
    }
    return built;
  }

  #convert(target: unknown, type: TypeMetadata, value: unknown, level: number): unknown {
    return Array.isArray(value)
      ? this.#list(target, type.reflectedType, value, level)
      : this.convertOne(target, value, level);
  }

  #list(target: unknown, declared: unknown, items: unknown[], level: number): unknown {
    if (level > this.context.maxDepth) throw UNUSUAL;
    const typed = newList(declared);
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      if (item === undefined) throw UNUSUAL;
      typed.add(
        Array.isArray(item)
          ? this.#list(target, undefined, item, level + 1)
          : this.convertOne(target, item, level + 1),
      );
    }
    return typed.list;
  }

  /** A value that is no list, as the given type. */
  convertOne(target: unknown, value: unknown, level: number): unknown {
    const { maxDepth, shapeOf, transformer } = this.context;
    if (!target || target === Object) return copyValue(value, level, maxDepth);
    if (isScalarType(target)) return convertScalar(target, value, level, maxDepth);
    const shape = typeof target === 'function' ? shapeOf(target) : undefined;
    if (shape && typeof value === 'object' && value !== null) {
      if (!isPlainObject(value)) throw UNUSUAL;
      return this.build(shape, value, level);
    }
    if (shape) return value;
    checkUsual(value, level, maxDepth);
    return transformer.plainToInstance(target as Constructor, value);
  }
}
