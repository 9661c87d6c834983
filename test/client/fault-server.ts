import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type Handler = (request: IncomingMessage, response: ServerResponse, visit: number) => unknown;

const json = (response: ServerResponse, status: number, body: unknown, headers = {}) =>
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify(body));
const failure = (code: string, details = {}) => ({
  error: { code, message: code, details, traceId: 'trace' },
});
const now = { 'retry-after': '0' };

/** Answers, good and bad, by path; `visit` counts the requests with the same query. */
const handlers: Readonly<Record<string, Handler>> = {
  '/ok': (_request, response) => json(response, 200, { ok: true }),
  '/empty': (_request, response) => response.writeHead(204).end(),
  '/reset': (request, response, visit) =>
    visit > 2 ? json(response, 200, { visit }) : request.socket.destroy(),
  '/hang': () => {},
  '/slow-body': (_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"a":'),
  '/trickle': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('[1');
    setTimeout(() => response.end(',2]'), 500);
  },
  '/slow-error': (_request, response) =>
    response.writeHead(500, { 'content-type': 'text/html' }).write('<html>'),
  '/short': (request, response) => {
    response.writeHead(200, { 'content-length': 100 }).write('{');
    setTimeout(() => request.socket.destroy(), 20);
  },
  '/truncated': (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"a":1}');
    setTimeout(() => request.socket.destroy(), 20);
  },
  '/html': (_request, response) =>
    response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>'),
  '/broken': (_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":'),
  '/not-modified': (_request, response) => response.writeHead(304).end(),
  '/huge': (_request, response) => {
    response.writeHead(500, { 'content-type': 'text/plain' });
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  },
  '/busy': (_request, response, visit) =>
    visit > 1
      ? json(response, 200, { visit })
      : json(response, 503, failure('SERVICE_UNAVAILABLE'), now),
  '/limited': async (request, response, visit) =>
    visit > 1
      ? json(response, 200, { visit, body: await text(request) })
      : json(response, 429, failure('RATE_LIMIT_EXCEEDED'), now),
  '/secured': (request, response) =>
    request.headers.authorization === 'Bearer new'
      ? json(response, 200, 'ok')
      : json(response, 401, failure('AUTH_TOKEN_EXPIRED')),
  '/invalid': (_request, response) =>
    json(response, 422, failure('VALIDATION_FAILED', { name: ['Name is required'] })),
  '/invalid-order': (_request, response) =>
    json(
      response,
      422,
      failure('VALIDATION_FAILED', {
        name: ['Name is required'],
        'items[0].price': ['must be greater than 0', 'must be a whole number'],
      }),
    ),
  '/traced': (_request, response) => response.writeHead(404, { 'x-trace-id': 'of-header' }).end(),
  '/echo': async (request, response) =>
    json(response, 200, {
      method: request.method,
      body: await text(request),
      headers: request.headers,
    }),
};

/** A server that misbehaves, open to other origins. */
export async function startFaultServer(): Promise<{ server: Server; url: string }> {
  const visits = new Map<string, number>();
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-methods', '*');
    response.setHeader(
      'access-control-allow-headers',
      'authorization, content-type, idempotency-key, tenant-code',
    );
    response.setHeader('access-control-expose-headers', 'x-trace-id, retry-after');
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const visit = (visits.get(pathname + search) ?? 0) + 1;
    visits.set(pathname + search, visit);
    void handlers[pathname]?.(request, response, visit);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
