import { AsyncLocalStorage } from 'node:async_hooks';
import { Logger } from '@nestjs/common';
import type { TraceState } from './trace-state';

/** Requests without anybody asking for their trace, after which its context is kept no more. */
const PATIENCE = 1_000;

/**
 * Keeps the trace that code belongs to, however deep it is called. Entered by `run` only:
 * `enterWith` would leave an id behind on the socket for the next request. It makes each `await` of
 * Node 20 and 22 dearer, so it ends where nobody asks, and begins again where somebody does.
 */
export class AsyncContext {
  readonly #storage = new AsyncLocalStorage<TraceState>();
  #isAsked = false;
  #requests = 0;

  constructor(private readonly patience = PATIENCE) {}

  /** Somebody will ask: from now on the context is kept. */
  ask(): void {
    this.#isAsked = true;
  }

  /** Whether to keep it for one more request. */
  isWanted(): boolean {
    if (this.#isAsked) return true;
    if (this.#requests > this.patience) return false;
    if (++this.#requests <= this.patience) return true;
    this.#storage.disable();
    return false;
  }

  /** The trace of the calling code, asked for by the application. */
  get(): TraceState | undefined {
    if (!this.#isAsked) {
      this.#isAsked = true;
      if (this.#requests > this.patience) warnOfLateQuestion(this.patience);
    }
    return this.#storage.getStore();
  }

  /** The same for our own use, which is no sign that the application needs it. */
  peek(): TraceState | undefined {
    return this.#storage.getStore();
  }

  run<Result, Args extends readonly unknown[]>(
    state: TraceState,
    run: (...args: Args) => Result,
    ...args: Args
  ): Result {
    return this.#storage.run(state, run, ...args);
  }
}

function warnOfLateQuestion(patience: number): void {
  new Logger('ErrorsModule').warn(
    `The current trace was first asked for after ${patience} requests and is not known this once. Set tracing.asyncContext to true, so that it always is.`,
  );
}
