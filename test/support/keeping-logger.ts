import { TraceLogger } from 'nestjs-errors';

export interface KeptLine {
  readonly level: string;
  readonly message: string;
  readonly context?: string;
  readonly traceId?: string;
  readonly spanId?: string;
}

/** The library's own logger in JSON, whose lines are kept, not printed. */
export class KeepingLogger extends TraceLogger {
  readonly lines: KeptLine[] = [];

  constructor() {
    super({ json: true });
  }

  protected override printAsJson(
    ...args: Parameters<TraceLogger['getJsonLogObject']>
  ): ReturnType<TraceLogger['printAsJson']> {
    this.lines.push(this.getJsonLogObject(...args) as unknown as KeptLine);
  }
}
