/** Makes a function pass for the one it wraps: name, own members and metadata of decorators. */
export function imitate<Wrapper extends Function>(wrapper: Wrapper, original: Function): Wrapper {
  Object.assign(wrapper, original);
  for (const name of ['name', 'length'] as const) {
    Object.defineProperty(wrapper, name, { value: original[name], configurable: true });
  }
  for (const key of Reflect.getMetadataKeys(original) as unknown[]) {
    Reflect.defineMetadata(key, Reflect.getMetadata(key, original), wrapper);
  }
  return wrapper;
}
