import type { EventEmitter } from 'node:events';
import { Controller, Get, type INestApplication, NotFoundException } from '@nestjs/common';
import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { currentTrace, currentTraceId, traceHeaders } from 'nestjs-errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';

const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
const tracer = provider.getTracer('test');

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
});
afterAll(async () => {
  context.disable();
  await provider.shutdown();
});

@Controller()
class SpansController {
  @Get() get() {
    const outer = { ...currentTrace(), ...traceHeaders() };
    return tracer.startActiveSpan('child', (child) => {
      child.end();
      return { outer, inner: currentTrace(), child: child.spanContext().spanId };
    });
  }

  @Get('missing') missing(): never {
    throw new NotFoundException();
  }

  @Get('broken') broken(): never {
    throw Object.assign(new TypeError('password=hunter2 is wrong'), { code: 'E_BROKEN' });
  }
}

/** As @opentelemetry/instrumentation-http does: a server's span is active while it serves. */
function instrument(app: INestApplication): void {
  const server = app.getHttpServer() as EventEmitter;
  const emit = server.emit.bind(server);
  server.emit = (event: string, ...args: unknown[]) => {
    if (event !== 'request') return emit(event, ...args);
    const span = tracer.startSpan('GET', { kind: SpanKind.SERVER });
    (args[1] as EventEmitter).once('close', () => span.end());
    return context.with(trace.setSpan(context.active(), span), () => emit(event, ...args));
  };
}

async function serverSpan(): Promise<ReadableSpan> {
  const find = () => exporter.getFinishedSpans().find(({ kind }) => kind === SpanKind.SERVER);
  await expect.poll(find).toBeDefined();
  return find() as ReadableSpan;
}

describe.each(PLATFORMS)('With OpenTelemetry, on %s', (_name, create) => {
  async function ask(path: string, headers = {}) {
    exporter.reset();
    const { send } = await startApp(create, {
      controllers: [SpansController],
      configure: instrument,
    });
    const answer = await send(path, { headers });
    const span = await serverSpan();
    return { answer, span, ids: span.spanContext() };
  }

  it('the trace id is that of the active span, also over a traceparent', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00';
    const { answer, ids } = await ask('/missing', { traceparent });
    expect(answer.headers.get('x-trace-id')).toBe(ids.traceId);
    expect(answer.body).toMatchObject({ error: { traceId: ids.traceId } });
  });

  it('lines of a log have the span that they are written in', async () => {
    const { answer, ids } = await ask('/');
    expect(answer.body).toEqual({
      outer: {
        traceId: ids.traceId,
        spanId: ids.spanId,
        traceparent: `00-${ids.traceId}-${ids.spanId}-0${ids.traceFlags}`,
      },
      inner: { traceId: ids.traceId, spanId: (answer.body as { child: string }).child },
      child: expect.any(String) as string,
    });
  });

  it('a failure of the server is an error of the span, with its exception redacted', async () => {
    const { answer, span } = await ask('/broken');
    expect(answer.status).toBe(500);
    expect(span.status).toEqual({ code: SpanStatusCode.ERROR });
    expect(span.attributes).toEqual({
      'error.type': 'INTERNAL_ERROR',
      'http.response.status_code': 500,
      'nestjs_errors.code': 'INTERNAL_ERROR',
    });
    expect(span.events).toMatchObject([
      { name: 'exception', attributes: { 'exception.type': 'TypeError' } },
    ]);
    expect(JSON.stringify(span.events)).not.toContain('hunter2');
  });

  it('a failure of the client is none: the span keeps the status it has', async () => {
    const { span } = await ask('/missing');
    expect(span.status).toEqual({ code: SpanStatusCode.UNSET });
    expect(span.attributes).toEqual({
      'http.response.status_code': 404,
      'nestjs_errors.code': 'RESOURCE_NOT_FOUND',
    });
    expect(span.events).toEqual([]);
  });
});

describe('Outside of requests', () => {
  it('currentTraceId() is that of the active span', () => {
    tracer.startActiveSpan('job', (span: Span) => {
      expect(currentTraceId()).toBe(span.spanContext().traceId);
      span.end();
    });
    expect(currentTraceId()).toBeUndefined();
  });
});
