import { makeFunction } from './can-generate';

/** Collects the values that generated code uses, each under a name of its own. */
export class SourceScope {
  readonly #values = new Map<string, unknown>();

  /** A value under a fixed name. */
  set(name: string, value: unknown): string {
    this.#values.set(name, value);
    return name;
  }

  /** A value under a new name. */
  add(value: unknown): string {
    return this.set(`v${this.#values.size}`, value);
  }

  /** The function that an expression gives, which sees all values of the scope. */
  make<Made extends Function>(expression: string): Made {
    const factory = makeFunction([...this.#values.keys()], `'use strict'; return ${expression};`);
    return factory(...this.#values.values()) as Made;
  }
}
