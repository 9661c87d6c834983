import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Controller, Get, Req } from '@nestjs/common';
import { type ErrorsModuleOptions, traceHeaders } from 'nestjs-errors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { portOf } from '../late/port-of';
import { get, talk } from '../late/wire';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT_ID = '00f067aa0ba902b7';
const traceparent = (flags: string) => `traceparent: 00-${TRACE_ID}-${PARENT_ID}-${flags}`;

let partner: Server;
let origin: string;
let received: IncomingHttpHeaders;

beforeEach(async () => {
  partner = createServer(({ headers }, response) => {
    received = headers;
    response.end();
  });
  await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(partner.address() as AddressInfo).port}`;
});
afterEach(() => partner.close());

@Controller()
class RelayController {
  @Get() async relay(@Req() request: object) {
    await (await fetch(origin)).text();
    return { own: traceHeaders(), given: traceHeaders(request) };
  }
}

/** By section of W3C Trace Context Level 2: what goes out after what came in. */
describe.each(PLATFORMS)('W3C Trace Context, in and out, on %s', (_name, create) => {
  async function relay(headers: readonly string[], options: ErrorsModuleOptions = {}) {
    const { app } = await startApp(create, {
      controllers: [RelayController],
      options: { ...options, tracing: { propagateTo: [origin] } },
    });
    const { answers } = await talk(portOf(app), get('/', ...headers), { answers: 1 });
    const sent = {
      traceparent: received['traceparent'],
      ...(received['tracestate'] !== undefined && { tracestate: received['tracestate'] }),
    };
    expect(JSON.parse(answers[0]?.body ?? '')).toEqual({ own: sent, given: sent });
    const [version, traceId, parentId, flags] = String(sent.traceparent).split('-');
    expect(version).toBe('00');
    expect(traceId).toBe(answers[0]?.headers['x-trace-id']);
    expect(parentId).toMatch(/^(?!0{16})[\da-f]{16}$/);
    expect(parentId).not.toBe(PARENT_ID);
    return { traceId, flags, tracestate: sent.tracestate };
  }

  const trusted = { trustProxies: ['127.0.0.1'] };
  const CONTINUED = { traceId: TRACE_ID, tracestate: 'rojo=1,congo=2' };
  const RESTARTED = { traceId: expect.not.stringMatching(TRACE_ID) as string, flags: '02' };

  it.each([
    [
      '3.2.1',
      'a name in another case',
      ['TraceParent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00'],
      { traceId: TRACE_ID, flags: '00' },
    ],
    [
      '3.2.2.5.1',
      'sampled, by a stranger',
      [traceparent('01')],
      { traceId: TRACE_ID, flags: '00' },
    ],
    [
      '3.2.2.5.2',
      'the random flag, which stays',
      [traceparent('03')],
      { traceId: TRACE_ID, flags: '02' },
    ],
    [
      '3.2.2.5.2',
      'no random flag, which stays away',
      [traceparent('00')],
      { traceId: TRACE_ID, flags: '00' },
    ],
    ['3.2.2.5.2', 'nothing: a random id says so', [], RESTARTED],
    [
      '3.2.2.5.3',
      'unknown flags, which are zero',
      [traceparent('fc')],
      { traceId: TRACE_ID, flags: '00' },
    ],
    [
      '3.2.4',
      'a later version, which is downgraded',
      [`traceparent: cc-${TRACE_ID}-${PARENT_ID}-02-more`],
      { traceId: TRACE_ID, flags: '02' },
    ],
    [
      '3.3',
      'a tracestate that is not valid: the traceparent still is',
      [traceparent('02'), 'tracestate: a=b=c'],
      { traceId: TRACE_ID, flags: '02' },
    ],
    [
      '3.3.2',
      'two tracestate headers, in their order',
      [traceparent('02'), 'tracestate: rojo=1', 'tracestate: congo=2'],
      { ...CONTINUED, flags: '02' },
    ],
    [
      '3.3.2',
      'an empty tracestate, which is not sent',
      [traceparent('02'), 'tracestate: '],
      { traceId: TRACE_ID, flags: '02' },
    ],
    [
      '3.5',
      'a tracestate, unmodified',
      [traceparent('02'), 'tracestate: rojo=1,congo=2'],
      { ...CONTINUED, flags: '02' },
    ],
    ['4.2', 'a tracestate alone, which is discarded', ['tracestate: rojo=1'], RESTARTED],
    [
      '4.3',
      'two traceparent headers: the trace is restarted',
      [traceparent('00'), traceparent('00'), 'tracestate: rojo=1'],
      RESTARTED,
    ],
    [
      '4.3',
      'a version that cannot be read',
      [`traceparent: 0x-${TRACE_ID}-${PARENT_ID}-01`, 'tracestate: rojo=1'],
      RESTARTED,
    ],
    [
      '4.3',
      'zeros for a trace id',
      [`traceparent: 00-${'0'.repeat(32)}-${PARENT_ID}-01`, 'tracestate: rojo=1'],
      RESTARTED,
    ],
  ] as const)('%s: %s', async (_section, _what, headers, expected) => {
    expect(await relay(headers)).toEqual({ tracestate: undefined, ...expected });
  });

  it('3.2.2.5.1: sampled, by a trusted peer, is handed on', async () => {
    expect(await relay([traceparent('01')], trusted)).toMatchObject({ flags: '01' });
  });

  it('3.4: a trace that is restarted for a stranger loses its tracestate', async () => {
    const headers = [traceparent('01'), 'tracestate: rojo=1,congo=2'];
    const answer = await relay(headers, { trustProxies: ['10.0.0.0/8'] });
    expect(answer).toEqual({ ...RESTARTED, tracestate: undefined });
  });
});

describe('traceHeaders()', () => {
  it('is empty outside of requests, and for a request without a trace', () => {
    expect(traceHeaders()).toEqual({});
    expect(traceHeaders({})).toEqual({});
  });
});
