import { getMetadataStorage, useContainer } from 'class-validator';
import type { Classes } from './decorate';

const made = new WeakMap<Function, object>();

/** As the container that class-validator has of its own, which searches a list that only grows. */
const container = {
  get(wanted: new () => object): object {
    let instance = made.get(wanted);
    if (instance === undefined) {
      instance = new wanted();
      made.set(wanted, instance);
    }
    return instance;
  },
};
useContainer(container);

interface Storage {
  readonly validationMetadatas: Map<Function, readonly { readonly constraintCls?: Function }[]>;
  readonly constraintMetadatas: Map<Function, unknown>;
}

/**
 * Takes classes that are done with out of class-validator's storage, which would keep them for
 * good: for every object it validates, it looks at all classes there are.
 */
export function forgetClasses(classes: Classes): void {
  const storage = getMetadataStorage() as unknown as Storage;
  for (const built of classes.values()) {
    for (const { constraintCls } of storage.validationMetadatas.get(built) ?? []) {
      if (constraintCls?.name === 'CustomConstraint')
        storage.constraintMetadatas.delete(constraintCls);
    }
    storage.validationMetadatas.delete(built);
  }
}
