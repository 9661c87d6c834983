/** The time of a client: give your own to test waits without waiting. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  setTimeout(task: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}
