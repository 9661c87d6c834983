import {
  type DynamicModule,
  type HttpServer,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleDestroy,
} from '@nestjs/common';
import { HttpAdapterHost, ModulesContainer } from '@nestjs/core';
import { type ASYNC_OPTIONS_TYPE, ConfigurableModuleClass } from './errors.module-definition';
import type { ErrorsFeatureOptions, ErrorsModuleOptions } from './errors.options';
import { ErrorsFeatureModule } from './errors-feature.module';
import { PROVIDERS, PUBLIC_PROVIDERS } from './errors.providers';
import { type ResolvedOptions, resolveFeature, resolveOptions } from './resolve-options';
import { controllersOf } from './routes/handler-key';
import { RouteRegistry } from './routes/route-registry';
import { compileRoutes } from './throttling/compile-routes';
import type { RateLimitStore } from './throttling/stores/rate-limit-store';
import { RESOLVED_OPTIONS } from './tokens';
import { installTracing } from './tracing/install-tracing';
import { propagateTraces } from './tracing/propagate-traces';

/**
 * Gives an application one error contract: exception filter, validation pipe, throttler guard and
 * trace IDs.
 * @example
 * \@Module({ imports: [ErrorsModule.forRoot({ format: 'nested' })] })
 * export class AppModule {}
 */
@Module({ providers: PROVIDERS, exports: PUBLIC_PROVIDERS })
export class ErrorsModule
  extends ConfigurableModuleClass
  implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown
{
  readonly #keepTraceFirst: (() => void) | undefined;
  readonly #stopPropagation: (() => void) | undefined;
  readonly #limits: RateLimitStore | undefined;

  constructor(
    host: HttpAdapterHost,
    modules: ModulesContainer,
    routes: RouteRegistry,
    @Inject(RESOLVED_OPTIONS) options: ResolvedOptions,
  ) {
    super();
    // In a testing module the adapter comes later than the providers: init$ waits for it. There is
    // none in an application context, which has no routes.
    host.init$.subscribe(() => {
      const adapter: HttpServer | null = host.httpAdapter;
      if (adapter) routes.watch(adapter, modules);
    });
    if (options.tracing) {
      this.#keepTraceFirst = installTracing(host, options.tracing);
      this.#stopPropagation = propagateTraces(options.tracing);
    }
    this.#limits = options.throttling ? options.throttling.store : undefined;
    if (options.throttling) {
      compileRoutes(controllersOf(modules), options.throttling.routes);
    }
  }

  onApplicationBootstrap(): void {
    this.#keepTraceFirst?.();
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopPropagation?.();
    await this.#limits?.release?.();
  }

  /** Requests are still answered after the first of the hooks, and may borrow again. */
  async onApplicationShutdown(): Promise<void> {
    await this.#limits?.release?.();
  }

  /**
   * Registers all four features for the whole application.
   * @throws TypeError at start for an option that is unknown or wrong
   */
  static override forRoot(options: ErrorsModuleOptions = {}): DynamicModule {
    resolveOptions(options);
    return super.forRoot(options);
  }

  /** The same with options from a factory, a class or an existing provider. */
  static override forRootAsync(options: typeof ASYNC_OPTIONS_TYPE): DynamicModule {
    return super.forRootAsync(options);
  }

  /**
   * Gives the part of the API below a path its own contract, also for its unknown routes, wrong
   * methods and unparsable bodies. Import it beside `forRoot`, in any module.
   * @throws TypeError if the path or another option is wrong
   */
  static forFeature(options: ErrorsFeatureOptions): DynamicModule {
    return ErrorsFeatureModule.of(resolveFeature(options));
  }
}
