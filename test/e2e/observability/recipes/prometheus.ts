import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ReportedFailure, routeTemplate } from 'nestjs-errors';
import { Counter, Histogram } from 'prom-client';

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const errors = new Counter({
  name: 'http_errors_total',
  help: 'Failures by code and route',
  labelNames: ['code', 'route', 'status'],
});
const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Requests by route and status',
  labelNames: ['route', 'status'],
});

subscribe('nestjs-errors:failure', (message) => {
  const { record, route = 'unmatched' } = message as ReportedFailure;
  errors.inc({ code: record.code, route, status: record.status });
});

const startedMs = new WeakMap<object, number>();
subscribe('http.server.request.start', (message) => {
  startedMs.set((message as Exchange).request, performance.now());
});
subscribe('http.server.response.finish', (message) => {
  const { request, response } = message as Exchange;
  const ms = performance.now() - (startedMs.get(request) ?? performance.now());
  const route = routeTemplate(request) ?? 'unmatched';
  durations.observe({ route, status: response.statusCode }, ms / 1000);
});
