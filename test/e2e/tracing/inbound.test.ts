import { type AddressInfo, connect } from 'node:net';
import { Controller, Get, NotFoundException } from '@nestjs/common';
import * as fc from 'fast-check';
import { currentTraceId } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp, type TestApp } from '../../support/platforms';

@Controller()
class InboundController {
  @Get() current() {
    return { traceId: currentTraceId() };
  }

  @Get('error') error(): never {
    throw new NotFoundException();
  }
}

const controllers = [InboundController];
const CALLER = '4bf92f3577b34da6a3ce929d0e0e4736';
const TRACEPARENT = `00-${CALLER}-00f067aa0ba902b7-01`;
const headers = { traceparent: TRACEPARENT };

/** The answer to a request that no client library would send. */
function sendRaw({ app }: TestApp, lines: string): Promise<string> {
  const { port } = app.getHttpServer().address() as AddressInfo;
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        Buffer.from(
          `GET /error HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${lines}\r\n`,
          'latin1',
        ),
      );
    });
    socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
    socket.on('error', reject).on('end', () => resolve(text));
  });
}

describe.each(PLATFORMS)('A traceparent on %s', (_name, create) => {
  it('is continued from anyone', async () => {
    const { send } = await startApp(create, { controllers });
    const answer = await send('/', { headers });
    expect(answer.headers.get('x-trace-id')).toBe(CALLER);
    expect(answer.body).toEqual({ traceId: CALLER });
    expect((await send('/error', { headers })).body).toMatchObject({ error: { traceId: CALLER } });
  });

  it('is continued from trusted peers', async () => {
    const options = { trustProxies: ['127.0.0.0/8', '::1'] };
    const { send } = await startApp(create, { controllers, options });
    expect((await send('/', { headers })).body).toEqual({ traceId: CALLER });
  });

  it('is not continued from others, whatever address they claim', async () => {
    const options = { trustProxies: ['10.0.0.0/8'] };
    const { send } = await startApp(create, { controllers, options });
    const answer = await send('/', { headers: { ...headers, 'x-forwarded-for': '10.0.0.1' } });
    expect(answer.headers.get('x-trace-id')).toMatch(/^[\da-f]{32}$/);
    expect(answer.headers.get('x-trace-id')).not.toBe(CALLER);
    expect(answer.body).toEqual({ traceId: answer.headers.get('x-trace-id') });
  });

  it('is ignored when there are two', async () => {
    const started = await startApp(create, { controllers });
    const other = TRACEPARENT.replaceAll('4', '5');
    const text = await sendRaw(started, `traceparent: ${TRACEPARENT}\r\nTraceparent: ${other}\r\n`);
    expect(text).toMatch(/x-trace-id: [\da-f]{32}\r\n/i);
    expect(text).not.toContain(CALLER);
  });

  it('is the only header that is taken', async () => {
    const { send } = await startApp(create, { controllers });
    for (const name of ['x-trace-id', 'x-request-id', 'x-amzn-trace-id', 'tracestate']) {
      const { headers: answered } = await send('/', { headers: { [name]: CALLER } });
      expect(answered.get('x-trace-id')).not.toBe(CALLER);
    }
  });

  it('never brings anything hostile into header, body or log', async () => {
    const started = await startApp(create, { controllers });
    const marker = 'EVIL';
    const hostile = fc.tuple(
      fc.constantFrom('', TRACEPARENT, `01-${TRACEPARENT.slice(3)}-`),
      fc.oneof(
        fc.string({ unit: 'binary-ascii', maxLength: 60 }),
        fc.string({
          unit: fc.integer({ min: 0x80, max: 0xff }).map((c) => String.fromCharCode(c)),
        }),
        fc.constant('x'.repeat(8 * 1024)),
        fc.constantFrom('\t', '${jndi:ldap://a}', '<script>', '%0d%0aSet-Cookie:a=b'),
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async ([start, rest]) => {
        const value = (start + rest + marker).replaceAll(/[\0\r\n]/g, '');
        const text = await sendRaw(started, `traceparent: ${value}\r\n`);
        // Control characters other than a tab never pass Node's parser.
        if (/^HTTP\/1.1 400/.test(text)) return;
        const header = /\r\nx-trace-id: (.*)\r\n/i.exec(text)?.[1];
        expect(header).toMatch(/^[\da-f]{32}$/);
        expect(text).toContain(`"traceId":"${header}"`);
        expect(text).not.toContain(marker);
        expect(text.length).toBeLessThan(1500);
        expect(started.logger.failures.at(-1)?.message).not.toContain(marker);
      }),
      { numRuns: 100, verbose: fc.VerbosityLevel.Verbose },
    );
  });
});
