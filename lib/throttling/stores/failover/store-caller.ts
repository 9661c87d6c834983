import { isPromise } from '../../when-all';
import type { Circuit } from './circuit';
import { Deadlines, StoreDeadlineError } from './deadlines';

/** Who is told that a store fails, and that it answers again. */
export interface StoreReports {
  readonly onFailure: (error: unknown, retryInMs: number) => void;
  readonly onRecovery: () => void;
}

/** What one call of a store comes to. */
export interface StoreCall<T> {
  /** Asks the store. */
  readonly ask: () => T | PromiseLike<T>;
  /** Decides where the store fails, or rests. */
  readonly otherwise: () => T;
  /** Given an answer that came after somebody else had decided. */
  readonly onLate?: (answer: T) => unknown;
}

/** Calls a store that may fail: each answer has a deadline, and after a failure the store rests. */
export class StoreCaller {
  readonly #deadlines: Deadlines;

  constructor(
    private readonly circuit: Circuit,
    deadlineMs: number,
    private readonly reports: StoreReports,
  ) {
    this.#deadlines = new Deadlines(deadlineMs);
  }

  /** Answers at once where the store does, or rests. */
  call<T>({ ask, otherwise, onLate }: StoreCall<T>): T | Promise<T> {
    if (!this.circuit.mayAsk()) return otherwise();
    let answer: T | PromiseLike<T>;
    try {
      answer = ask();
    } catch (error) {
      this.#fail(error);
      return otherwise();
    }
    if (!isPromise(answer)) {
      this.#succeed();
      return answer;
    }
    const asked = answer;
    return this.#deadlines.limit(asked).then(
      (value) => {
        this.#succeed();
        return value;
      },
      (error: unknown) => {
        this.#fail(error);
        if (error instanceof StoreDeadlineError) asked.then(onLate).then(undefined, ignore);
        return otherwise();
      },
    );
  }

  /** Asks whether the store rests or not: who asks must know of a failure. It, too, has a deadline. */
  insist(answer: void | PromiseLike<void>): void | Promise<void> {
    return isPromise(answer) ? this.#deadlines.limit(answer) : undefined;
  }

  #succeed(): void {
    if (this.circuit.succeed()) this.reports.onRecovery();
  }

  #fail(error: unknown): void {
    const retryInMs = this.circuit.fail();
    if (retryInMs !== undefined) this.reports.onFailure(error, retryInMs);
  }
}

/** Nobody waits for it any more. */
function ignore(): void {}
