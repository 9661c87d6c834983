import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { type ReportedFailure, routeTemplate } from 'nestjs-errors';
import { Counter, Histogram, Registry } from 'prom-client';
import { afterEach, describe, expect, it } from 'vitest';
import { PLATFORMS, startApp, type TestApp } from '../../support/platforms';

@Controller('cats')
class CatsController {
  @Get('limited') @Throttle({ default: { limit: 1, ttl: 60_000 } }) limited() {
    return {};
  }

  @Get(':id') find(@Param('id') id: string) {
    if (id.startsWith('x')) throw new NotFoundException();
    return { id };
  }
}

type Listener = (message: unknown) => void;
const listening: [string, Listener][] = [];
afterEach(() => {
  for (const [name, listener] of listening.splice(0)) unsubscribe(name, listener);
});

function listen<Message>(name: string, listener: (message: Message) => void): void {
  subscribe(name, listener as Listener);
  listening.push([name, listener as Listener]);
}

/** The recipe of docs/observability.md, for any library of metrics. */
function measure(
  count: (failure: { code: string; route: string; status: string }) => void,
  observe: (seconds: number, request: { route: string; status: string }) => void,
): void {
  listen<ReportedFailure>('nestjs-errors:failure', ({ record, route = 'unmatched' }) =>
    count({ code: record.code, route, status: String(record.status) }),
  );
  const startedMs = new WeakMap<object, number>();
  listen<{ request: IncomingMessage }>('http.server.request.start', ({ request }) => {
    startedMs.set(request, performance.now());
  });
  listen<{ request: IncomingMessage; response: ServerResponse }>(
    'http.server.response.finish',
    ({ request, response }) => {
      const seconds = (performance.now() - (startedMs.get(request) ?? performance.now())) / 1000;
      const route = routeTemplate(request) ?? 'unmatched';
      observe(seconds, { route, status: String(response.statusCode) });
    },
  );
}

/** A hundred cats, half of which are missing, as many unknown paths, and a limit that is reached. */
async function use({ send }: TestApp): Promise<void> {
  for (let cat = 0; cat < 50; cat++) {
    for (const path of [`/cats/${cat}`, `/cats/x${cat}`, `/nothing/${cat}`]) await send(path);
  }
  for (let time = 0; time < 3; time++) await send('/cats/limited');
}

const FAILURES = [
  ['RESOURCE_NOT_FOUND', '/cats/:id', '404', 50],
  ['ROUTE_NOT_FOUND', 'unmatched', '404', 50],
  ['RATE_LIMIT_EXCEEDED', '/cats/limited', '429', 2],
] as const;

const REQUESTS = [
  ['/cats/:id', '200', 50],
  ['/cats/:id', '404', 50],
  ['unmatched', '404', 50],
  ['/cats/limited', '200', 1],
  ['/cats/limited', '429', 2],
] as const;

const sorted = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => row.join(' ')).toSorted();

describe.each(PLATFORMS)('Metrics on %s', (_name, create) => {
  it('count failures and time requests by route template, with prom-client', async () => {
    const registers = [new Registry()];
    const errors = new Counter({
      name: 'http_errors_total',
      help: 'Failures by code and route',
      labelNames: ['code', 'route', 'status'],
      registers,
    });
    const durations = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Requests by route and status',
      labelNames: ['route', 'status'],
      registers,
    });
    measure(
      (labels) => errors.inc(labels),
      (seconds, labels) => durations.observe(labels, seconds),
    );
    await use(await startApp(create, { controllers: [CatsController] }));

    const { values } = await errors.get();
    const counted = values.map(({ labels, value }) => [
      labels.code,
      labels.route,
      labels.status,
      value,
    ]);
    expect(sorted(counted)).toEqual(sorted(FAILURES));
    // The last answer arrives before its request is over.
    const timed = async () =>
      sorted(
        (await durations.get()).values
          .filter(({ metricName }) => metricName?.endsWith('_count'))
          .map(({ labels, value }) => [labels.route, labels.status, value]),
      );
    await expect.poll(timed).toEqual(sorted(REQUESTS));
    expect(await registers[0]?.metrics()).not.toMatch(/[\da-f]{32}/);
  });

  it('do the same with the OpenTelemetry SDK', async () => {
    const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
    const provider = new MeterProvider({ readers: [reader] });
    const meter = provider.getMeter('nestjs-errors');
    const errors = meter.createCounter('nestjs_errors.failures');
    const durations = meter.createHistogram('http.server.request.duration', { unit: 's' });
    measure(
      ({ code, route, status }) =>
        errors.add(1, {
          'nestjs_errors.code': code,
          'http.route': route,
          'http.response.status_code': Number(status),
        }),
      (seconds, { route, status }) =>
        durations.record(seconds, {
          'http.route': route,
          'http.response.status_code': Number(status),
        }),
    );
    await use(await startApp(create, { controllers: [CatsController] }));
    await provider.forceFlush();

    const metrics = exporter
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
    const points = (name: string) =>
      metrics.find(({ descriptor }) => descriptor.name === name)?.dataPoints ?? [];
    const counted = points('nestjs_errors.failures').map(({ attributes, value }) => [
      ...Object.values(attributes).map(String),
      value,
    ]);
    expect(sorted(counted)).toEqual(sorted(FAILURES));
    expect(points('http.server.request.duration')).toHaveLength(REQUESTS.length);
    await provider.shutdown();
  });
});
