/** The first pause after a failure, and the longest. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Whether a store is to be asked. After a failure it rests; then one request tries it, while others
 * still go round it. Pauses grow and are jittered, so that processes do not all try at once.
 */
export class Circuit {
  #failures = 0;
  #restsUntilMs = 0;
  #isProbing = false;

  constructor(
    private readonly monotonicMs: () => number = () => performance.now(),
    private readonly random: () => number = Math.random,
  ) {}

  /** Takes the place of the one that tries, where the store has rested long enough. */
  mayAsk(): boolean {
    if (this.#failures === 0) return true;
    if (this.#isProbing || this.monotonicMs() < this.#restsUntilMs) return false;
    this.#isProbing = true;
    return true;
  }

  /** @returns whether the store had failed before */
  succeed(): boolean {
    const hadFailed = this.#failures > 0;
    this.#failures = 0;
    this.#isProbing = false;
    return hadFailed;
  }

  /** @returns the pause in milliseconds; undefined for a failure of an outage that is known */
  fail(): number | undefined {
    if (this.#failures > 0 && !this.#isProbing) return undefined;
    this.#isProbing = false;
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#failures++);
    const jitteredMs = pauseMs * (0.5 + this.random() / 2);
    this.#restsUntilMs = this.monotonicMs() + jitteredMs;
    return jitteredMs;
  }
}
