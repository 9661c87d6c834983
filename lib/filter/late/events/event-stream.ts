import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import type { ErrorFlow } from '../../error-flow';
import type { HttpRequest } from '../../transports/http-transport';

/** One answer of a route with `@Sse()`. */
export class EventStream {
  readonly #raw: ServerResponse;
  #source: Readable | undefined;

  constructor(
    private readonly flow: ErrorFlow,
    private readonly request: HttpRequest,
    private readonly response: object,
  ) {
    this.#raw = 'raw' in response ? (response.raw as ServerResponse) : (response as ServerResponse);
    this.#raw.once('pipe', (source: Readable) => {
      this.#source = source;
    });
  }

  /** Headers are out, so that no filter can answer any more. */
  get hasBegun(): boolean {
    return this.#raw.headersSent;
  }

  /** Whether the application wants Nest to answer this. */
  leaves(thrown: unknown): boolean {
    return this.flow.leaves(thrown);
  }

  /** Nest 11 ends its stream before filters run; that must not end the response with it. */
  detach(): void {
    this.#source?.unpipe(this.#raw);
  }

  /** The body that tells of a failure. */
  bodyOf(thrown: unknown): string {
    return this.flow.prepare(thrown, this.request, this.response).body?.text ?? '';
  }
}
