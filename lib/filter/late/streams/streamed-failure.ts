import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import type { ErrorFlow } from '../../error-flow';
import type { HttpRequest } from '../../transports/http-transport';

/** What happens when the stream of one response fails. */
export class StreamedFailure {
  constructor(
    private readonly flow: ErrorFlow,
    private readonly request: HttpRequest,
    /** The platform's response. */
    private readonly response: object,
    private readonly raw: ServerResponse,
  ) {}

  /** What to say within a body that has begun; undefined where it has not, or is not ours. */
  tell(thrown: unknown): string | undefined {
    if (!this.raw.headersSent || this.flow.leaves(thrown)) return undefined;
    return this.flow.prepare(thrown, this.request, this.response).body?.text;
  }

  /** A stream that fails when all of it was read has spoiled nothing. */
  handle(thrown: unknown, { readableEnded }: Readable): void {
    if (readableEnded && this.raw.headersSent)
      this.flow.prepare(thrown, this.request, this.response);
    else this.flow.handle(thrown, this.request, this.response);
  }
}
