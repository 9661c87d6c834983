import { ServerResponse } from 'node:http';
import { createWriteHead, type TracedResponse, TRACE_ID } from './write-head';

/** What the responses of Express, Fastify and Node have in common. */
export interface HttpResponse {
  /** Fastify's reply keeps Node's response here. */
  readonly raw?: HttpResponse;
  readonly headersSent?: boolean;
  header?(name: string, value: string): unknown;
  setHeader?(name: string, value: string): unknown;
}

/** Puts the trace id on every answer, also on those that bypass the framework. */
export class TraceHeader {
  readonly #writeHead: ServerResponse['writeHead'];

  constructor(readonly name: string) {
    this.#writeHead = createWriteHead(name);
  }

  put(response: HttpResponse, traceId: string): void {
    const { raw = response } = response;
    if (raw.headersSent) return;
    const isGuarded = this.#guard(raw, traceId);
    // Fastify writes its own headers several times faster while the raw response has none.
    if (raw !== response) response.header?.(this.name, traceId);
    if (raw === response || !isGuarded) raw.setHeader?.(this.name, traceId);
  }

  /** Not where somebody else has wrapped `writeHead`, and HTTP/2 has no implicit call of it. */
  #guard(raw: object, traceId: string): raw is TracedResponse {
    if (!(raw instanceof ServerResponse) || Object.hasOwn(raw, 'writeHead')) return false;
    raw.writeHead = this.#writeHead;
    (raw as TracedResponse)[TRACE_ID] = traceId;
    return true;
  }
}
