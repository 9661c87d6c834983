import { type Profiler, Session } from 'node:inspector';

/** A script that ran, with the ranges of its text that did not. */
export interface CoveredScript {
  readonly url: string;
  readonly text: string;
  readonly functions: readonly Profiler.FunctionCoverage[];
}

/** Counts in this process, as V8 does, how often each block of each script runs. */
export class BlockCoverage {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#post('Debugger.enable');
    this.#post('Profiler.enable');
    this.#post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  take(isWanted: (script: { url: string; text: string }) => boolean): CoveredScript[] {
    const { result } = this.#post<Profiler.TakePreciseCoverageReturnType>(
      'Profiler.takePreciseCoverage',
    );
    return result.flatMap(({ scriptId, url, functions }) => {
      const { scriptSource: text } = this.#post<{ scriptSource: string }>(
        'Debugger.getScriptSource',
        { scriptId },
      );
      return isWanted({ url, text }) ? [{ url, text, functions }] : [];
    });
  }

  end(): void {
    this.#session.disconnect();
  }

  /** A session with its own thread answers before it returns. */
  #post<Answer>(method: string, parameters?: object): Answer {
    let answer: Answer | undefined;
    this.#session.post(method, parameters, (error, result) => {
      if (error) throw error;
      answer = result as Answer;
    });
    return answer as Answer;
  }
}
