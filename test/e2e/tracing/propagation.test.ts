import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Controller, Get, Query } from '@nestjs/common';
import type { TracingOptions } from 'nestjs-errors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';

let partner: Server;
let origin: string;
let received: IncomingHttpHeaders[];

/** A service that keeps the headers it is sent; /redirect leads to it under another name. */
beforeEach(async () => {
  received = [];
  partner = createServer(({ headers, url }, response) => {
    received.push(headers);
    const { port } = partner.address() as AddressInfo;
    if (url === '/redirect') response.writeHead(302, { location: `http://localhost:${port}/` });
    response.end();
  });
  await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(partner.address() as AddressInfo).port}`;
});
afterEach(() => partner.close());

@Controller()
class CallerController {
  @Get() async call(@Query('to') to: string, @Query('own') own?: string) {
    const headers: Record<string, string> = own === undefined ? {} : { TraceParent: own };
    await (await fetch(to, { headers })).text();
    return {};
  }
}

describe.each(PLATFORMS)('propagateTo on %s', (_name, create) => {
  const start = (tracing: TracingOptions) =>
    startApp(create, { controllers: [CallerController], options: { tracing } });

  it('sends the trace to a listed origin', async () => {
    const { send } = await start({ propagateTo: [origin] });
    const answer = await send(`/?to=${origin}`);
    const id = answer.headers.get('x-trace-id');
    expect(received[0]?.['traceparent']).toMatch(new RegExp(`^00-${id}-[\\da-f]{16}-02$`));
  });

  it('continues a stranger’s trace, but not its wish to be sampled', async () => {
    const { send } = await start({ propagateTo: [origin] });
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-ff';
    await send(`/?to=${origin}`, { headers: { traceparent } });
    const sent = received[0]?.['traceparent'];
    expect(sent).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[\da-f]{16}-02$/);
    expect(sent).not.toContain('00f067aa0ba902b7');
  });

  it('hands on that a trusted peer samples', async () => {
    const options = { tracing: { propagateTo: [origin] }, trustProxies: ['127.0.0.1'] };
    const { send } = await startApp(create, { controllers: [CallerController], options });
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    await send(`/?to=${origin}`, { headers: { traceparent } });
    expect(received[0]?.['traceparent']).toMatch(/-01$/);
  });

  it('sends nothing to other origins, also after a redirect', async () => {
    const { send } = await start({ propagateTo: [origin] });
    await send(`/?to=${origin}/redirect`);
    expect(received.map(({ traceparent }) => typeof traceparent)).toEqual(['string', 'undefined']);
  });

  it('sends nothing to an origin that only looks like a listed one', async () => {
    const { send } = await start({ propagateTo: ['http://127.0.0.1', 'http://127.0.0.1:1'] });
    const { port } = partner.address() as AddressInfo;
    const lookalikes = [
      `http://127.0.0.1:${port}`,
      `http://127.0.0.1:1@localhost:${port}`,
      `http://127.0.0.1:${port}/http://127.0.0.1:1/`,
      `http://127.0.0.1.localhost:${port}`,
    ];
    for (const to of lookalikes) await send(`/?to=${encodeURIComponent(to)}`);
    // fetch refuses user names, and a name may not resolve: what arrives has nothing.
    expect(received.length).toBeGreaterThanOrEqual(2);
    for (const headers of received) expect(headers).not.toHaveProperty('traceparent');
  });

  it('sends nothing by default', async () => {
    const { send } = await start({});
    await send(`/?to=${origin}`);
    expect(received[0]).not.toHaveProperty('traceparent');
  });

  it('sends nothing outside of requests', async () => {
    await start({ propagateTo: [origin] });
    await (await fetch(origin)).text();
    expect(received[0]).not.toHaveProperty('traceparent');
  });

  it('leaves a traceparent alone that the caller has set', async () => {
    const { send } = await start({ propagateTo: [origin] });
    await send(`/?to=${origin}&own=mine`);
    expect(received[0]?.['traceparent']).toBe('mine');
  });

  it('ends with the application, and does not double with a second one', async () => {
    const first = await start({ propagateTo: [origin] });
    const second = await start({ propagateTo: [origin] });
    await second.send(`/?to=${origin}`);
    expect(received[0]?.['traceparent']).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-02$/);

    await first.app.close();
    await second.app.close();
    const third = await start({});
    await third.send(`/?to=${origin}`);
    expect(received[1]).not.toHaveProperty('traceparent');
  });
});
