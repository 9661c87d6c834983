import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Server } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import { CANARY } from './failure-row';

type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** What the dependency does at each path; all else is a status, with a page that tells too much. */
const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  '/hangs': () => {},
  '/resets': ({ socket }) => socket.destroy(),
  '/breaks-off': ({ socket }, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write(CANARY, () => setImmediate(() => socket.destroy()));
  },
  '/babbles': ({ socket }) => socket.end(`${CANARY}\r\n\r\n`),
  '/stalls': (_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write(CANARY);
  },
  '/answers-json': (_request, response) => response.end(JSON.stringify({ error: CANARY })),
  '/loops': (_request, response) => response.writeHead(302, { location: '/loops' }).end(),
};

function answerWithStatus({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(url, 'http://dependency');
  const retryAfter = searchParams.get('retry-after');
  response.writeHead(Number(pathname.slice(1)), {
    'content-type': 'text/html',
    'x-internal': CANARY,
    'set-cookie': `session=${CANARY}`,
    ...(retryAfter !== null && { 'retry-after': retryAfter }),
  });
  response.end(`<html>${CANARY}</html>`);
}

let base = '';
let refusing = '';

/** The URL of a path of the dependency. */
export function urlOf(path: string): string {
  return `${base}${path}`;
}

/** The URL of a port on which nobody listens any more. */
export function refusingUrl(): string {
  return refusing;
}

/** Starts the dependency for the tests of a file. */
export function useDependency(): void {
  const server = createServer((request, response) => {
    (BEHAVIOURS[request.url ?? ''] ?? answerWithStatus)(request, response);
  });
  beforeAll(async () => {
    base = `http://127.0.0.1:${await listen(server)}`;
    const closed = createSocketServer();
    refusing = `http://127.0.0.1:${await listen(closed)}/${CANARY}`;
    await new Promise((resolve) => closed.close(resolve));
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
