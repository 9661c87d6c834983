import type { Server } from 'node:http';
import { Duplex } from 'node:stream';
import { ResponseReader } from './response-reader';

/** A connection that Node's server takes for a socket: real requests and responses, no network. */
export class InProcessClient extends Duplex {
  readonly remoteAddress = '127.0.0.1';
  readonly #reader = new ResponseReader();
  #answered: (text: string) => void = () => {};

  constructor(server: Server) {
    super();
    server.emit('connection', this);
  }

  /** @param text the whole request, of a connection that is kept alive */
  request(text: string): Promise<string> {
    return new Promise((resolve) => {
      this.#answered = resolve;
      this.push(text);
    });
  }

  setTimeout(): this {
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    const response = this.#reader.read(chunk);
    done();
    if (response !== undefined) this.#answered(response);
  }
}

/** Asks one request after the other. @returns microseconds of processor time per request */
export async function microsecondsPerRequest(
  client: InProcessClient,
  requests: readonly string[],
): Promise<number> {
  const started = process.cpuUsage();
  for (const request of requests) await client.request(request);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / requests.length;
}
