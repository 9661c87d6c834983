import type { Server } from 'node:http';
import { Duplex } from 'node:stream';

const REQUEST =
  'GET /orders/42 HTTP/1.1\r\nHost: x\r\nAccept: */*\r\nConnection: keep-alive\r\n\r\n';

/** A connection that Node's server takes for a socket: real requests and responses, no network. */
export class InProcessClient extends Duplex {
  readonly remoteAddress = '127.0.0.1';
  #received = '';
  #answered: (text: string) => void = () => {};

  constructor(server: Server) {
    super();
    server.emit('connection', this);
  }

  request(): Promise<string> {
    return new Promise((resolve) => {
      this.#answered = resolve;
      this.push(REQUEST);
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
    this.#received += chunk.toString('latin1');
    done();
    const end = this.#received.indexOf('\r\n\r\n');
    const length = /content-length: (\d+)/i.exec(this.#received)?.[1];
    if (end === -1 || length === undefined) return;
    if (this.#received.length < end + 4 + Number(length)) return;
    const text = this.#received;
    this.#received = '';
    this.#answered(text);
  }
}
