interface Waiting {
  readonly dueAtMs: number;
  readonly expire: () => void;
}

/** The failure of a store that did not answer in time. */
export class StoreDeadlineError extends Error {
  override readonly name = 'StoreDeadlineError';

  constructor(readonly deadlineMs: number) {
    super(`The rate-limit store did not answer within ${deadlineMs} ms.`);
  }
}

/** Gives every call the same time to answer, with one timer for all of them. */
export class Deadlines {
  /** In the order in which they fall due, since all have the same time. */
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly deadlineMs: number) {}

  /** @throws StoreDeadlineError later, if the answer comes too late */
  limit<T>(answer: PromiseLike<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const dueAtMs = performance.now() + this.deadlineMs;
      this.#waiting.push({
        dueAtMs,
        expire: () => {
          reject(new StoreDeadlineError(this.deadlineMs));
        },
      });
      this.#arm();
      answer.then(resolve, reject);
    });
  }

  #arm(): void {
    const [next] = this.#waiting;
    if (this.#timer !== undefined || next === undefined) return;
    const waitMs = Math.max(1, Math.ceil(next.dueAtMs - performance.now()));
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#expire();
      this.#arm();
    }, waitMs).unref();
  }

  /** To reject what has been answered already is of no effect. */
  #expire(): void {
    const nowMs = performance.now();
    const first = this.#waiting.findIndex(({ dueAtMs }) => dueAtMs > nowMs);
    const due = this.#waiting.splice(0, first === -1 ? this.#waiting.length : first);
    for (const { expire } of due) expire();
  }
}
