import { spanIdOf, traceIdOf, type TraceState } from './trace-state';

/** The ids of one request. */
export class Trace {
  /** 32 lowercase hex digits. */
  readonly traceId: string;
  readonly state: TraceState;
  /** The caller's span, where its trace is continued. */
  readonly parentId: string | undefined;

  constructor(state: TraceState, parentId?: string) {
    this.traceId = traceIdOf(state);
    this.state = state;
    this.parentId = parentId;
  }

  /** This server's span: 16 lowercase hex digits. */
  get spanId(): string {
    return spanIdOf(this.state);
  }
}
