import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import type { INestApplication } from '@nestjs/common';
import type { ErrorRecord } from 'nestjs-errors';

/** A client that sends part of a request and leaves, and what the server makes of it. */
export class LeavingClient {
  readonly #signals = new EventEmitter();

  /** For `onError`. */
  readonly report = (record: ErrorRecord): void => void this.#signals.emit('reported', record);

  /** The server has got so far that the client may leave. */
  readonly arrive = (): void => void this.#signals.emit('arrived');

  /** Lets the client leave as soon as the head of its request was read. */
  readonly leaveAtOnce = (app: INestApplication): void => {
    app.getHttpServer().on('request', this.arrive);
  };

  /** Sends a request and resets the connection once it has arrived. */
  async send(port: number, lines: readonly string[], body = ''): Promise<ErrorRecord> {
    const arrived = once(this.#signals, 'arrived');
    const reported = once(this.#signals, 'reported') as Promise<[ErrorRecord]>;
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`${[...lines, 'Host: localhost'].join('\r\n')}\r\n\r\n${body}`);
    await arrived;
    socket.resetAndDestroy();
    const [record] = await reported;
    return record;
  }
}
