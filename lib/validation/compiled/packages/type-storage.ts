import { createRequire } from 'node:module';
import type { TransformerPackage } from '../../class-rules/load-packages';
import { newProbe } from './probe-class';

/** One `@Type()` as class-transformer keeps it. */
export interface TypeMetadata {
  readonly propertyName: string;
  readonly reflectedType: unknown;
  readonly typeFunction?: (help: object) => unknown;
  readonly options?: {
    readonly keepDiscriminatorProperty?: boolean;
    readonly discriminator?: {
      readonly property?: string;
      readonly subTypes?: readonly { readonly name: string; readonly value: Function }[];
    };
  };
}

type ByProperty<Metadata> = ReadonlyMap<string | undefined, Metadata>;
type ByClass<Metadata> = ReadonlyMap<Function, ByProperty<Metadata>>;

/** class-transformer's storage, which its package does not export. */
export interface TypeStorage {
  readonly source: object;
  readonly types: ByClass<TypeMetadata>;
  readonly transforms: ByClass<unknown>;
  readonly exposed: ByClass<unknown>;
  readonly excluded: ByClass<unknown>;
}

export const TYPE_ADDERS = [
  'addTypeMetadata',
  'addTransformMetadata',
  'addExposeMetadata',
  'addExcludeMetadata',
];

const requirePackage = createRequire(__filename);

/**
 * The storage that a copy of class-transformer writes to, found by writing to it. Undefined where
 * there are several copies, or another release, so that nobody knows what a class declares.
 */
export function findTypeStorage(transformer: TransformerPackage): TypeStorage | undefined {
  const storage = loadStorage();
  const { Type } = transformer as { Type?: typeof import('class-transformer').Type };
  if (storage === undefined || Type === undefined) return undefined;
  const Probe = newProbe();
  Type(newProbe)(Probe.prototype, 'probe');
  const isSameCopy = storage.types.get(Probe)?.has('probe') === true;
  (storage.types as Map<Function, unknown>).delete(Probe);
  return isSameCopy ? storage : undefined;
}

function loadStorage(): TypeStorage | undefined {
  try {
    const { defaultMetadataStorage: source } = requirePackage('class-transformer/cjs/storage') as {
      defaultMetadataStorage: Record<string, ByClass<never>>;
    };
    const mapOf = (name: string): ByClass<never> => {
      const map = source[name];
      if (map instanceof Map) return map;
      throw new TypeError(`class-transformer has no ${name}.`);
    };
    return {
      source,
      types: mapOf('_typeMetadatas'),
      transforms: mapOf('_transformMetadatas'),
      exposed: mapOf('_exposeMetadatas'),
      excluded: mapOf('_excludeMetadatas'),
    };
  } catch {
    return undefined;
  }
}
