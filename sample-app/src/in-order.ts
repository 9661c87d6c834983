/** Does one after the other: what comes later may depend on what was done before. */
export function inOrder<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  return items.reduce<Promise<Result[]>>(async (previous, item, index) => {
    const results = await previous;
    results.push(await work(item, index));
    return results;
  }, Promise.resolve([]));
}
