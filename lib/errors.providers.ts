import type { Provider } from '@nestjs/common';
import {
  APP_FILTER,
  APP_GUARD,
  APP_INTERCEPTOR,
  APP_PIPE,
  ApplicationConfig,
  HttpAdapterHost,
  ModulesContainer,
} from '@nestjs/core';
import { ContractRegistry } from './contracts/contract-registry';
import { createErrorFlow } from './create-error-flow';
import type { ErrorsModuleOptions } from './errors.options';
import { ErrorsFilter } from './filter/errors.filter';
import { type ResolvedOptions, resolveOptions } from './resolve-options';
import { RouteRegistry } from './routes/route-registry';
import { RateLimitGuard } from './throttling/rate-limit.guard';
import { RateLimiter } from './throttling/limiter/rate-limiter';
import { THROTTLING } from './throttling/resolve-throttling';
import { CONTRACTS, ERROR_FLOW, OPTIONS, RESOLVED_OPTIONS } from './tokens';
import { canTraceAtEntrance } from './tracing/install-tracing';
import { TRACING } from './tracing/tracing.options';
import { TraceIdInterceptor } from './tracing/trace-id.interceptor';
import { FieldValidationPipe } from './validation/field-validation.pipe';

/** Which features run is known only when async options are: a factory that yields nothing is off. */
export const PROVIDERS: Provider[] = [
  {
    provide: RESOLVED_OPTIONS,
    inject: [OPTIONS],
    useFactory: (options?: ErrorsModuleOptions) => resolveOptions(options),
  },
  {
    provide: CONTRACTS,
    inject: [RESOLVED_OPTIONS],
    useFactory: ({ contract }: ResolvedOptions) => new ContractRegistry(contract),
  },
  RouteRegistry,
  {
    provide: ERROR_FLOW,
    inject: [
      ...[RESOLVED_OPTIONS, CONTRACTS, RouteRegistry],
      ...[HttpAdapterHost, ApplicationConfig, ModulesContainer],
    ],
    useFactory: createErrorFlow,
  },
  ErrorsFilter,
  { provide: APP_FILTER, useExisting: ErrorsFilter },

  {
    provide: FieldValidationPipe,
    inject: [RESOLVED_OPTIONS],
    useFactory: ({ validation }: ResolvedOptions) =>
      validation && new FieldValidationPipe(validation.options),
  },
  { provide: APP_PIPE, useExisting: FieldValidationPipe },

  {
    provide: THROTTLING,
    inject: [RESOLVED_OPTIONS],
    useFactory: ({ throttling }: ResolvedOptions) => throttling,
  },
  RateLimitGuard,
  RateLimiter,
  {
    provide: APP_GUARD,
    inject: [THROTTLING, RateLimitGuard],
    useFactory: (throttling: unknown, guard: RateLimitGuard) => (throttling ? guard : undefined),
  },

  {
    provide: TRACING,
    inject: [RESOLVED_OPTIONS],
    useFactory: ({ tracing }: ResolvedOptions) => tracing,
  },
  TraceIdInterceptor,
  {
    provide: APP_INTERCEPTOR,
    inject: [TRACING, HttpAdapterHost, TraceIdInterceptor],
    useFactory: (tracing: unknown, host: HttpAdapterHost, interceptor: TraceIdInterceptor) =>
      tracing && !canTraceAtEntrance(host) ? interceptor : undefined,
  },
];

/** What an application may inject, or override in its tests. */
export const PUBLIC_PROVIDERS = [
  ...[CONTRACTS, ERROR_FLOW, ErrorsFilter, FieldValidationPipe, RateLimitGuard],
  ...[RateLimiter, THROTTLING, TraceIdInterceptor, TRACING],
];
