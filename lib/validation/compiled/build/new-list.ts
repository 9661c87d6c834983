/** What items are added to: an array or a Set, as the property was declared. */
export type TypedList = unknown[] | Set<unknown>;

/** Whether a list of this declared type is made without asking a class of the application. */
export function isPlainList(declared: unknown): boolean {
  return declared === undefined || declared === Array || declared === Object;
}

/**
 * The list that class-transformer makes for a property: of the declared type, if things can be
 * pushed to it. `@Type()` on `item: Item` makes it try an `Item` before it takes an array.
 */
export function newList(declared: unknown): TypedList {
  if (isPlainList(declared)) return [];
  const made: object = new (declared as new () => object)();
  return made instanceof Set || 'push' in made ? (made as TypedList) : [];
}

export function addItem(list: TypedList, item: unknown): void {
  if (list instanceof Set) list.add(item);
  else list.push(item);
}
