const BRAND = Symbol.for('nestjs-errors.BatchOutcome');

/** One item that failed. */
export interface BatchFailure {
  /** The item's place in the batch, from 0. */
  readonly index: number;
  /** The client's own id of the item, else null. */
  readonly id: string | number | null;
  /** What was thrown for it. */
  readonly thrown: unknown;
}

/** What became of the items of a batch: returned from a handler with `@PartialSuccess()`. */
export class BatchOutcome<Result> {
  constructor(
    /** Of the items that succeeded, in their order. */
    readonly results: readonly Result[],
    readonly failures: readonly BatchFailure[],
  ) {}

  get [BRAND](): true {
    return true;
  }

  /** @throws Error: without the decorator an outcome would be sent with the status of a success */
  toJSON(): never {
    throw new Error('A BatchOutcome is answered by @PartialSuccess() on the handler. Add it.');
  }
}

/** Recognises a `BatchOutcome`, also one of another copy of this package. */
export function isBatchOutcome(value: unknown): value is BatchOutcome<unknown> {
  return typeof value === 'object' && value !== null && BRAND in value;
}
