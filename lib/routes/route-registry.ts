import { Injectable } from '@nestjs/common';
import type { HttpServer } from '@nestjs/common';
import type { ModulesContainer } from '@nestjs/core';
import type { HandlerRoute } from '../record/error-mapper';
import { markHandlers, traceHandler } from './handler-key';

const ROUTE_METHODS = [
  ...['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all', 'search', 'query'],
  ...['propfind', 'proppatch', 'mkcol', 'copy', 'move', 'lock', 'unlock'],
];

type Register = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Knows which class and method serve a request. Nest gives an exception filter neither, so the
 * adapter's route methods are watched while Nest registers its routes; requests cost nothing.
 */
@Injectable()
export class RouteRegistry {
  readonly #routes = new WeakMap<object, HandlerRoute>();
  #registering: HandlerRoute | undefined;

  watch(adapter: HttpServer, modules: ModulesContainer): void {
    markHandlers(modules);
    const methods = adapter as unknown as Record<string, Register | undefined>;
    for (const name of ROUTE_METHODS) {
      const register = methods[name];
      if (typeof register !== 'function') continue;
      methods[name] = (...args) => {
        this.#begin(args);
        try {
          return register.apply(adapter, args);
        } finally {
          this.#registering = undefined;
        }
      };
    }
  }

  /** What Nest is registering at this moment, for adapters that wrap the function they are given. */
  get registering(): HandlerRoute | undefined {
    return this.#registering;
  }

  routeOf(registered: object | undefined): HandlerRoute | undefined {
    return registered && this.#routes.get(registered);
  }

  #begin(args: readonly unknown[]): void {
    const registered = args.at(-1);
    if (typeof registered !== 'function') return;
    const path = typeof args[0] === 'string' ? args[0] : '';
    this.#registering = traceHandler(registered, path);
    if (this.#registering) this.#routes.set(registered, this.#registering);
  }
}
