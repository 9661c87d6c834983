import { spanIdOf, traceIdOf, type TraceState } from './trace-state';

/** The ids of one request. */
export class Trace {
  /** 32 lowercase hex digits, or the id that a trusted caller gave. */
  readonly traceId: string;
  readonly state: TraceState;
  /** The request hook that saw the request last: applications may be mounted in one another. */
  passedHook: unknown = undefined;

  constructor(state: TraceState) {
    this.traceId = traceIdOf(state);
    this.state = state;
  }

  /** This server's span: 16 lowercase hex digits. */
  get spanId(): string {
    return spanIdOf(this.state);
  }
}
