import { metrics } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';

export const exporter = new InMemoryMetricExporter(AggregationTemporality.DELTA);
export const provider = new MeterProvider({
  readers: [new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 })],
});

// As in an application, the SDK is there before the recipe, whose module is imported later.
metrics.setGlobalMeterProvider(provider);
