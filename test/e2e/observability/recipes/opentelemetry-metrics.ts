import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { metrics } from '@opentelemetry/api';
import { type ReportedFailure, routeTemplate } from 'nestjs-errors';

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const meter = metrics.getMeter('nestjs-errors');
const errors = meter.createCounter('nestjs_errors.failures');
const durations = meter.createHistogram('http.server.request.duration', { unit: 's' });

subscribe('nestjs-errors:failure', (message) => {
  const { record, route = 'unmatched' } = message as ReportedFailure;
  errors.add(1, {
    'nestjs_errors.code': record.code,
    'http.route': route,
    'http.response.status_code': record.status,
  });
});

const startedMs = new WeakMap<object, number>();
subscribe('http.server.request.start', (message) => {
  startedMs.set((message as Exchange).request, performance.now());
});
subscribe('http.server.response.finish', (message) => {
  const { request, response } = message as Exchange;
  const ms = performance.now() - (startedMs.get(request) ?? performance.now());
  durations.record(ms / 1000, {
    'http.route': routeTemplate(request) ?? 'unmatched',
    'http.response.status_code': response.statusCode,
  });
});
