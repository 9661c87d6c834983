import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { register } from 'prom-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PLATFORMS, startApp, type TestApp } from '../../support/platforms';
import { exporter, provider } from './metrics-sdk';

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

beforeAll(async () => {
  await import('./recipes/opentelemetry-metrics.js');
  await import('./recipes/prometheus.js');
});
beforeEach(() => register.resetMetrics());
afterAll(() => provider.shutdown());

interface Sample {
  readonly metricName?: string;
  readonly labels: Readonly<Record<string, unknown>>;
  readonly value: number;
}

/** What prom-client counted: the labels in this order, then the number. */
async function promClientRows(metric: string, names: readonly string[], suffix = '') {
  const counted = await register.getSingleMetric(metric)?.get();
  return ((counted?.values ?? []) as Sample[])
    .filter(({ metricName = metric }) => metricName === metric + suffix)
    .map(({ labels, value }) => [...names.map((name) => labels[name]), value]);
}

/** What the OpenTelemetry SDK counted since it was last asked, by metric. */
async function sdkRows() {
  exporter.reset();
  await provider.forceFlush();
  const scopes = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics);
  const all = scopes.flatMap((scope) => scope.metrics);
  return new Map(
    all.map(({ descriptor, dataPoints }) => [
      descriptor.name,
      dataPoints.map(({ attributes, value }) => [
        ...Object.values(attributes),
        typeof value === 'number' ? value : value.count,
      ]),
    ]),
  );
}

describe.each(PLATFORMS)('Metrics by the recipes on %s', (_name, create) => {
  it('count failures and time requests, by route template', async () => {
    await use(await startApp(create, { controllers: [CatsController] }));

    const errors = await promClientRows('http_errors_total', ['code', 'route', 'status']);
    expect(sorted(errors)).toEqual(sorted(FAILURES));
    const timed = async () =>
      sorted(await promClientRows('http_request_duration_seconds', ['route', 'status'], '_count'));
    // The last answer arrives before its request is over.
    await expect.poll(timed).toEqual(sorted(REQUESTS));
    expect(await register.metrics()).not.toMatch(/[\da-f]{32}/);

    const rows = await sdkRows();
    expect(sorted(rows.get('nestjs_errors.failures') ?? [])).toEqual(sorted(FAILURES));
    expect(sorted(rows.get('http.server.request.duration') ?? [])).toEqual(sorted(REQUESTS));
  });
});
