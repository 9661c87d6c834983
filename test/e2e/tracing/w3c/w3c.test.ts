import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Controller, Get, Req } from '@nestjs/common';
import { type ErrorsModuleOptions, traceHeaders, type TraceHeaders } from 'nestjs-errors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../../support/platforms';
import { portOf } from '../../late/port-of';
import { get, talk } from '../../late/wire';
import { MUTATION_RULES } from './mutation-rules';
import { type Case, PARENT_ID, toTable, TRACE_ID, traceparent } from './rule';
import { TRACEPARENT_RULES } from './traceparent-rules';
import { TRACESTATE_RULES } from './tracestate-rules';

const RULES = [...TRACEPARENT_RULES, ...TRACESTATE_RULES, ...MUTATION_RULES];

let partner: Server;
let origin: string;
let received: (readonly string[])[];

beforeEach(async () => {
  received = [];
  partner = createServer(({ rawHeaders }, response) => {
    received.push(rawHeaders);
    response.end();
  });
  await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(partner.address() as AddressInfo).port}`;
});
afterEach(() => partner.close());

@Controller()
class RelayController {
  @Get() async relay(@Req() request: object): Promise<TraceHeaders[]> {
    for (let call = 0; call < 2; call++) await (await fetch(origin)).text();
    return [traceHeaders(), traceHeaders(request)];
  }
}

/** The two headers, by the very names that were sent. */
function traceHeadersIn(rawHeaders: readonly string[]): TraceHeaders {
  const pairs = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 && /^trace/i.test(name) ? [[name, rawHeaders[index + 1]]] : [],
  );
  return Object.fromEntries(pairs) as TraceHeaders;
}

/** What goes out, by `fetch` and by `traceHeaders()`, after what came in. */
describe.each(PLATFORMS)('W3C Trace Context Level 2, on %s', (_name, create) => {
  async function relay(headers: readonly string[], options: ErrorsModuleOptions) {
    const { app } = await startApp(create, {
      controllers: [RelayController],
      options: { ...options, tracing: { propagateTo: [origin] } },
    });
    const { answers } = await talk(portOf(app), get('/', ...headers), { answers: 1 });
    const [answer] = answers;
    const given = JSON.parse(answer?.body ?? '') as TraceHeaders[];
    return { answer, sent: [...received.map(traceHeadersIn), ...given] };
  }

  const cases = RULES.flatMap(({ section, rule, cases: all }) =>
    all.map((one) => [section, rule, one.what, one] as const),
  );

  it.each(cases)('%s: %s: %s', async (_section, _rule, _what, wanted: Case) => {
    const options = { trustProxies: wanted.isTrusted === true ? ['127.0.0.1'] : undefined };
    const { answer, sent } = await relay(wanted.sends, options as ErrorsModuleOptions);
    const id = answer?.headers['x-trace-id'];
    if (wanted.flags === undefined) expect(id).not.toBe(TRACE_ID);
    else expect(id).toBe(TRACE_ID);

    expect(sent).toHaveLength(4);
    const parentIds = new Set([PARENT_ID, '0'.repeat(16)]);
    for (const { traceparent: header = '', ...rest } of sent) {
      const [version, traceId, parentId = '', flags] = header.split('-');
      expect([version, traceId, flags]).toEqual(['00', id, wanted.flags ?? '02']);
      expect(parentId).toMatch(/^[\da-f]{16}$/);
      parentIds.add(parentId);
      expect(rest).toEqual(
        wanted.tracestate === undefined ? {} : { tracestate: wanted.tracestate },
      );
    }
    expect(parentIds.size).toBe(2 + 4);
  });

  it('3.4: a trace that is restarted for a stranger loses its tracestate', async () => {
    const headers = [traceparent('01'), 'tracestate: rojo=1,congo=2'];
    const { answer, sent } = await relay(headers, { trustProxies: ['10.0.0.0/8'] });
    const id = answer?.headers['x-trace-id'];
    expect(id).not.toBe(TRACE_ID);
    for (const each of sent) {
      expect(each).toEqual({
        traceparent: expect.stringMatching(`^00-${id}-[\\da-f]{16}-02$`) as string,
      });
    }
  });

  it('6.3: neither header is in an answer', async () => {
    const { answer } = await relay([traceparent('00'), 'tracestate: rojo=1'], {});
    expect(answer?.headers).not.toHaveProperty('traceparent');
    expect(answer?.headers).not.toHaveProperty('tracestate');
    expect(answer?.headers).toHaveProperty('x-trace-id');
  });
});

describe('traceHeaders()', () => {
  it('is empty outside of requests, and for a request without a trace', () => {
    expect(traceHeaders()).toEqual({});
    expect(traceHeaders({})).toEqual({});
  });
});

describe('docs/tracing.md', () => {
  it('has the table of these rules', () => {
    const docs = readFileSync(join(__dirname, '../../../../docs/tracing.md'), 'utf8');
    expect(docs).toContain(toTable(RULES));
  });
});
