/** Counts what is added to a metadata storage, so that a plan knows when it has grown old. */
export interface MetadataWatch {
  /** Changes whenever anything is added for any class. */
  epoch(): number;
  /** Changes whenever something is added for this class. */
  versionOf(target: Function): number;
}

type Adder = (metadata: { readonly target?: unknown }) => unknown;

/** What registers the rules of class-validator, and the validators behind them. */
export const RULE_ADDERS = ['addValidationMetadata', 'addConstraintMetadata'];

const WATCHES = new WeakMap<object, MetadataWatch>();

/**
 * Watches the methods through which decorators register. The storages of class-validator and
 * class-transformer tell of nothing, and looking for changes at every request would cost more.
 */
export function watchMetadata(storage: object, adders: readonly string[]): MetadataWatch {
  const known = WATCHES.get(storage);
  if (known) return known;
  let epoch = 0;
  const versions = new WeakMap<Function, number>();
  const methods = storage as Record<string, Adder | undefined>;
  for (const name of adders) {
    const add = methods[name];
    // What stands in for class-validator need not have all of its methods.
    if (add === undefined) continue;
    const watched: Adder = function (this: object, metadata) {
      epoch++;
      const target = metadata.target;
      if (typeof target === 'function') versions.set(target, epoch);
      return add.call(this, metadata);
    };
    Object.defineProperty(storage, name, { value: watched, configurable: true, writable: true });
  }
  const watch = {
    epoch: () => epoch,
    versionOf: (target: Function) => versions.get(target) ?? 0,
  };
  WATCHES.set(storage, watch);
  return watch;
}
