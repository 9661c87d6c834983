/** What items are added to: an array or a Set, as the property was declared. */
export interface TypedList {
  readonly list: unknown[] | Set<unknown>;
  add(item: unknown): void;
}

/**
 * The list that class-transformer makes for a property: of the declared type, if things can be
 * pushed to it. `@Type()` on `item: Item` makes it try an `Item` before it takes an array.
 */
export function newList(declared: unknown): TypedList {
  if (declared !== undefined && declared !== Array && declared !== Object) {
    const made: object = new (declared as new () => object)();
    if (made instanceof Set) return { list: made, add: (item) => void made.add(item) };
    if ('push' in made) {
      const list = made as unknown[];
      return { list, add: (item) => void list.push(item) };
    }
  }
  const list: unknown[] = [];
  return { list, add: (item) => void list.push(item) };
}
