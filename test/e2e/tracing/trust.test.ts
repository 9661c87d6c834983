import { Controller, Get, NotFoundException } from '@nestjs/common';
import type { ErrorsModuleOptions } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { portOf } from '../late/port-of';
import { get, talk } from '../late/wire';
import { PLATFORMS, startApp } from '../../support/platforms';

@Controller()
class MissingController {
  @Get('missing') missing(): never {
    throw new NotFoundException();
  }
}

const REQUEST_ID = 'req_0123456789abcdef';
const HEX = '5759e988bd862e3fe1be46a994272793';
const TRACEPARENT = `00-${HEX}-00f067aa0ba902b7-01`;
const inboundIds = ['X-Request-Id', 'X-Amzn-Trace-Id', 'X-Cloud-Trace-Context', 'Cf-Ray'];
const trusting = { trustProxies: ['127.0.0.1'], tracing: { inboundIds } };

describe.each(PLATFORMS)('An inbound id on %s', (_name, create) => {
  async function ask(headers: Record<string, string>, options: ErrorsModuleOptions) {
    const { send, logger } = await startApp(create, { controllers: [MissingController], options });
    const answer = await send('/missing', { headers });
    const id = answer.headers.get('x-trace-id') ?? '';
    expect(answer.body).toMatchObject({ error: { traceId: id } });
    const [line = ''] = logger.failures.map(({ message }) => message);
    expect(line).toContain(`traceId=${id}`);
    return { id, callerTraceId: / callerTraceId=(\S+)$/.exec(line)?.[1] };
  }

  it.each([
    ['x-request-id', REQUEST_ID, REQUEST_ID],
    ['x-amzn-trace-id', 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1', HEX],
    ['x-cloud-trace-context', `${HEX}/1;o=1`, HEX],
    ['cf-ray', '230b030023ae2822-SJC', '230b030023ae2822-SJC'],
  ])('%s is taken from a trusted peer, where that is asked for', async (name, value, id) => {
    expect(await ask({ [name]: value }, trusting)).toEqual({ id, callerTraceId: undefined });
  });

  it.each([
    ['from a stranger', { ...trusting, trustProxies: ['10.0.0.0/8'] }],
    ['where nobody asked for it', { trustProxies: ['127.0.0.1'] }],
    ['without trusted peers', {}],
  ])('is not taken %s, but logged under another name', async (_why, options) => {
    const { id, callerTraceId } = await ask({ 'x-request-id': REQUEST_ID }, options);
    expect(id).toMatch(/^[\da-f]{32}$/);
    expect(callerTraceId).toBe(REQUEST_ID);
  });

  it('stands behind a traceparent', async () => {
    const headers = { traceparent: TRACEPARENT, 'x-request-id': REQUEST_ID };
    expect(await ask(headers, trusting)).toEqual({ id: HEX, callerTraceId: REQUEST_ID });
  });

  it('of a stranger’s traceparent is logged under another name', async () => {
    const options = { trustProxies: ['10.0.0.0/8'] };
    const { id, callerTraceId } = await ask({ traceparent: TRACEPARENT }, options);
    expect(id).not.toBe(HEX);
    expect(callerTraceId).toBe(HEX);
  });

  it.each([
    ['8 KB', `X-Request-Id: ${'a'.repeat(8192)}`],
    ['an escape sequence', 'X-Request-Id: \u001b[31m0123456789abcdef'],
    ['a folded line', 'X-Request-Id: 0123456789abcdef\r\n Set-Cookie: forged=1'],
    ['bytes beyond ASCII', 'X-Request-Id: \u00fc\u00e4\u00f60123456789abcdef'],
    ['two of them', 'X-Request-Id: 0123456789abcdef\r\nX-Request-Id: fedcba9876543210'],
    ['a script', 'Cf-Ray: <script>alert(0123456789)</script>'],
  ])('that is hostile reaches no header, log or body: %s', async (_what, header) => {
    const { app, logger } = await startApp(create, {
      controllers: [MissingController],
      options: trusting,
    });
    const { answers } = await talk(portOf(app), get('/missing', header), { answers: 1 });
    const [{ headers, body } = { headers: {}, body: '' }] = answers;
    const text = JSON.stringify([headers, body, logger.failures]);
    for (const part of ['0123456789', 'forged', 'script', 'aaaaaaaa'])
      expect(text).not.toContain(part);
    if (answers[0]?.status === 404) expect(text).toMatch(/"x-trace-id":"[\da-f]{32}"/);
    else expect(answers[0]?.status).toBe(400);
  });

  it('needs trusted peers: that is checked at start', async () => {
    const options = { tracing: { inboundIds } };
    await expect(startApp(create, { options })).rejects.toThrow(
      'tracing.inboundIds takes ids from trusted peers alone: list their addresses in trustProxies.',
    );
  });
});
