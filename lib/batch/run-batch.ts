import { type BatchFailure, BatchOutcome } from './batch-outcome';

/** An id is sent back: a client must not make an answer of any size with it. */
const MAX_ID_LENGTH = 200;

/** Options of `runBatch()`. */
export interface BatchOptions<Item> {
  /**
   * Items under way at once. More than one is for work that does not share a transaction, and
   * whose items do not depend on each other. @default 1
   */
  readonly concurrency?: number;
  /** The client's own id of an item. @default its `id`, if that is a text or a number */
  readonly idOf?: (item: Item) => string | number | null | undefined;
}

/**
 * Runs every item of a batch, also after some failed, and keeps their order. It resolves whatever
 * fails, so that a transaction around it commits what succeeded.
 * @throws RangeError if the concurrency is not a whole number from 1
 * @example
 * \@Post('bulk') @PartialSuccess()
 * saveAll(@Body() { events }: BulkDto) {
 *   return runBatch(events, (event) => this.events.save(event));
 * }
 */
export async function runBatch<Item, Result>(
  items: readonly Item[],
  run: (item: Item, index: number) => Result | PromiseLike<Result>,
  options: BatchOptions<Item> = {},
): Promise<BatchOutcome<Result>> {
  const { concurrency = 1, idOf = defaultId } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new RangeError('runBatch: concurrency must be a whole number from 1.');
  }
  const results = new Map<number, Result>();
  const failures = new Map<number, BatchFailure>();
  const queue = items.entries();

  // Workers share one iterator, so that each item is taken once and in order.
  async function work(): Promise<void> {
    for (const [index, item] of queue) {
      try {
        results.set(index, await run(item, index));
      } catch (thrown) {
        failures.set(index, { index, id: idFrom(idOf, item), thrown });
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, work));
  return new BatchOutcome(inOrder(results), inOrder(failures));
}

function inOrder<Value>(byIndex: ReadonlyMap<number, Value>): Value[] {
  return [...byIndex].toSorted(([a], [b]) => a - b).map(([, value]) => value);
}

function idFrom<Item>(idOf: NonNullable<BatchOptions<Item>['idOf']>, item: Item) {
  try {
    const id = idOf(item) ?? null;
    return typeof id === 'string' ? id.slice(0, MAX_ID_LENGTH) : id;
  } catch {
    return null;
  }
}

function defaultId(item: unknown): string | number | null {
  const id = (item as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}
