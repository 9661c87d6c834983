import { ServerResponse } from 'node:http';
import { createWriteHead } from './write-head';

/** What the responses of Express, Fastify and Node have in common. */
export interface HttpResponse {
  /** Fastify's reply keeps Node's response here. */
  readonly raw?: HttpResponse;
  readonly headersSent?: boolean;
  header?(name: string, value: string): unknown;
  setHeader?(name: string, value: string): unknown;
  readonly writeHead?: unknown;
}

/** Puts the trace id on every answer, also on those that bypass the framework. */
export class TraceHeader {
  readonly #ownGuard: ServerResponse['writeHead'];
  /** Fastify's replies know headers by names in lower case. */
  readonly #key: string;
  #sharedGuard: ServerResponse['writeHead'] | undefined;

  constructor(readonly name: string) {
    this.#key = name.toLowerCase();
    this.#ownGuard = createWriteHead(name, Object.getPrototypeOf as (response: object) => object);
  }

  /**
   * Guards all responses of an Express application at once: up to Node 22, each property that is
   * added to one of them costs microseconds, as Express has changed its prototype.
   * @returns false where somebody else has done so
   */
  guardAll(prototype: ServerResponse): boolean {
    if (Object.hasOwn(prototype, 'writeHead')) return false;
    const base = Object.getPrototypeOf(prototype) as object;
    this.#sharedGuard = createWriteHead(this.name, () => base);
    prototype.writeHead = this.#sharedGuard;
    return true;
  }

  /** For a request whose trace is kept already. */
  put(response: HttpResponse, traceId: string): void {
    const { raw = response } = response;
    if (raw.headersSent) return;
    const isGuarded = this.#guard(raw);
    // Fastify writes its own headers several times faster while the raw response has none.
    if (raw !== response) response.header?.(this.#key, traceId);
    if (raw === response || !isGuarded) raw.setHeader?.(this.name, traceId);
  }

  /** For a response that will inherit the guard of all. */
  set(response: ServerResponse, traceId: string): void {
    if (!response.headersSent) response.setHeader(this.name, traceId);
  }

  /** Not where somebody else has wrapped `writeHead`; in HTTP/2 `end()` does not call it. */
  #guard(raw: HttpResponse): boolean {
    if (this.#sharedGuard !== undefined && raw.writeHead === this.#sharedGuard) return true;
    if (!(raw instanceof ServerResponse) || Object.hasOwn(raw, 'writeHead')) return false;
    raw.writeHead = this.#ownGuard;
    return true;
  }
}
