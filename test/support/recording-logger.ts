import type { LoggerService } from '@nestjs/common';

export interface LogLine {
  readonly level: string;
  readonly message: string;
  /** What came with the message: a stack, then the context. */
  readonly rest: readonly unknown[];
}

/** A real logger of Nest's interface that keeps what it is told, instead of printing it. */
export class RecordingLogger implements LoggerService {
  readonly lines: LogLine[] = [];

  readonly log = this.#at('log');
  readonly error = this.#at('error');
  readonly warn = this.#at('warn');
  readonly debug = this.#at('debug');
  readonly verbose = this.#at('verbose');
  readonly fatal = this.#at('fatal');

  /** Lines about failures, without Nest's own. */
  get failures(): readonly LogLine[] {
    return this.lines.filter(({ rest }) => rest.at(-1) === 'ErrorsModule');
  }

  #at(level: string) {
    return (message: unknown, ...rest: unknown[]): void => {
      this.lines.push({ level, message: String(message), rest });
    };
  }
}
