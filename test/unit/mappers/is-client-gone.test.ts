import { once } from 'node:events';
import { createServer, type IncomingMessage, request as sendRequest, type Server } from 'node:http';
import {
  connect,
  constants,
  createServer as createHttp2Server,
  type Http2Server,
  type Http2ServerRequest,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isClientGone } from '../../../lib/async-errors/is-client-gone';

const servers: (Server | Http2Server)[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => once(server.close(), 'close')));
});

async function listen<T extends Server | Http2Server>(server: T): Promise<string> {
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('A client', () => {
  it('is there while it waits, and gone once it has left', async () => {
    const server = createServer();
    const arrived = once(server, 'request');
    const call = sendRequest(await listen(server)).on('error', () => {});
    call.end();
    const [request] = (await arrived) as [IncomingMessage];
    request.resume();
    await once(request, 'end');

    expect(isClientGone(request)).toBe(false);
    expect(isClientGone({ raw: request })).toBe(false);

    call.destroy();
    await once(request.socket, 'close');

    expect(isClientGone(request)).toBe(true);
    expect(isClientGone({ raw: request })).toBe(true);
  });

  it('is gone once it has given up its stream of HTTP/2, whatever others it has', async () => {
    const server = createHttp2Server();
    const arrived = once(server, 'request');
    const session = connect(await listen(server));
    const stream = session.request({ ':path': '/' }).on('error', () => {});
    const [request] = (await arrived) as [Http2ServerRequest];

    expect(isClientGone(request)).toBe(false);

    const closed = once(request.stream, 'close');
    stream.close(constants.NGHTTP2_CANCEL);
    await closed;

    expect(isClientGone(request)).toBe(true);
    session.close();
  });

  it.each([[undefined], [null], [{}], ['request'], [{ raw: null, socket: null }]])(
    'is not known to be gone of %j',
    (request) => {
      expect(isClientGone(request)).toBe(false);
    },
  );
});
