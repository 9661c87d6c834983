/** The part of opossum that the tests use: it brings no types of its own. */
declare module 'opossum' {
  class CircuitBreaker {
    constructor(action: () => Promise<unknown>, options: CircuitBreaker.Options);
    fire(): Promise<unknown>;
    open(): void;
    shutdown(): void;
  }
  namespace CircuitBreaker {
    interface Options {
      readonly timeout?: number | false;
      readonly resetTimeout?: number;
      readonly capacity?: number;
    }
  }
  export = CircuitBreaker;
}
