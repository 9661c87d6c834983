import { getMetadataStorage } from 'class-validator';
import type { Classes } from './decorate';

/**
 * Takes classes that are done with out of class-validator's storage, which would keep them for
 * good: for every object it validates, it looks at all classes there are.
 */
export function forgetClasses(classes: Classes): void {
  const { validationMetadatas } = getMetadataStorage() as unknown as {
    readonly validationMetadatas: Map<Function, unknown>;
  };
  for (const built of classes.values()) validationMetadatas.delete(built);
}
