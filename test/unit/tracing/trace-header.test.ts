import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { keepTrace } from '../../../lib/tracing/request-trace';
import { Trace } from '../../../lib/tracing/trace';
import { TraceHeader } from '../../../lib/tracing/trace-header';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const TRACE = new Trace(`${TRACE_ID}00f067aa0ba902b702`);

type Handler = (response: ServerResponse) => void;
const closings: (() => void)[] = [];
afterEach(() => closings.splice(0).forEach((close) => close()));

/** The answer of a bare server whose response was given the header before the handler ran. */
async function answerOf(handler: Handler, before: Handler = () => {}): Promise<IncomingMessage> {
  const header = new TraceHeader('X-Trace-Id');
  const server = createServer((incoming, response) => {
    before(response);
    keepTrace(incoming, TRACE);
    header.put(response, TRACE_ID);
    handler(response);
  });
  closings.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, agent: false }, (answer) => {
      answer.resume().on('end', () => resolve(answer));
    });
    outgoing.on('error', reject).end();
  });
}

describe('the trace header', () => {
  it.each<[string, Handler]>([
    ['end() alone', (response) => response.end()],
    ['write() before writeHead()', (response) => response.write('a') && response.end()],
    ['flushHeaders()', (response) => (response.flushHeaders(), response.end())],
    ['writeHead() with a status', (response) => response.writeHead(200).end()],
    ['a reason', (response) => response.writeHead(200, 'Fine').end()],
    ['headers', (response) => response.writeHead(200, { 'X-Other': 'a' }).end()],
    ['a reason and headers', (response) => response.writeHead(200, 'Fine', { a: 'b' }).end()],
    ['a list of headers', (response) => response.writeHead(200, ['X-Other', 'a']).end()],
    ['a removed header', (response) => (response.removeHeader('x-trace-id'), response.end())],
    ['another value', (response) => response.setHeader('X-Trace-Id', 'other').end()],
    [
      'another value at last',
      (response) => response.writeHead(200, { 'x-trace-id': 'other' }).end(),
    ],
    ['a list with another', (response) => response.writeHead(200, ['X-TRACE-ID', 'other']).end()],
    ['early hints', (response) => (response.writeEarlyHints({ link: '</a>' }), response.end())],
  ])('is on an answer by %s', async (_what, handler) => {
    const { headers } = await answerOf(handler);
    expect(headers['x-trace-id']).toBe(TRACE_ID);
  });

  it('leaves everything else of writeHead() as it is', async () => {
    const { statusCode, statusMessage, headers } = await answerOf((response) => {
      response.setHeader('X-First', 'a');
      response.writeHead(202, 'Later', ['X-Other', 'b', 'Set-Cookie', 'c=1', 'Set-Cookie', 'd=2']);
      response.end();
    });
    expect([statusCode, statusMessage]).toEqual([202, 'Later']);
    expect(headers).toMatchObject({ 'x-first': 'a', 'x-other': 'b', 'set-cookie': ['c=1', 'd=2'] });
  });

  it('takes the list of pairs that Node takes', async () => {
    const pairs = [['X-Other', 'b']] as unknown as string[];
    const { headers } = await answerOf((response) => response.writeHead(200, pairs).end());
    expect(headers).toMatchObject({ 'x-other': 'b', 'x-trace-id': TRACE_ID });
  });

  it('does not change the headers that it is given', async () => {
    const given = Object.freeze({ 'Access-Control-Allow-Origin': '*' });
    const { headers } = await answerOf((response) => response.writeHead(200, given).end());
    expect(headers['access-control-expose-headers']).toBe('X-Trace-Id');
  });

  it('still lets a second writeHead() fail as Node does', async () => {
    const codes: unknown[] = [];
    await answerOf((response) => {
      response.writeHead(200).flushHeaders();
      try {
        response.writeHead(500, { 'X-Late': 'a' });
      } catch (error) {
        codes.push((error as { code: string }).code);
      }
      response.end();
    });
    expect(codes).toEqual(['ERR_HTTP_HEADERS_SENT']);
  });

  it('leaves an answer alone that has begun', async () => {
    const { headers } = await answerOf(
      (response) => response.end(),
      (response) => response.flushHeaders(),
    );
    expect(headers).not.toHaveProperty('x-trace-id');
  });

  it('stands beside another wrapper of writeHead()', async () => {
    const { headers } = await answerOf(
      (response) => response.end(),
      (response) => {
        const writeHead = response.writeHead.bind(response);
        response.writeHead = (status: number) => {
          response.setHeader('X-Wrapped', 'yes');
          return writeHead(status);
        };
      },
    );
    expect(headers).toMatchObject({ 'x-wrapped': 'yes', 'x-trace-id': TRACE_ID });
  });

  it.each<[string, Record<string, string>, string | undefined]>([
    ['not without CORS', {}, undefined],
    ['with CORS', { 'Access-Control-Allow-Origin': '*' }, 'X-Trace-Id'],
    [
      'after other names',
      { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag,X-Page' },
      'ETag, X-Page, X-Trace-Id',
    ],
    [
      'once',
      { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'x-trace-id' },
      'x-trace-id',
    ],
  ])('is exposed to browsers %s', async (_when, cors, exposed) => {
    const byMethod = await answerOf((response) => {
      for (const [name, value] of Object.entries(cors)) response.setHeader(name, value);
      response.end();
    });
    const byHead = await answerOf((response) => response.writeHead(200, cors).end());
    expect(byMethod.headers['access-control-expose-headers']).toBe(exposed);
    expect(byHead.headers['access-control-expose-headers']).toBe(exposed);
  });
});
