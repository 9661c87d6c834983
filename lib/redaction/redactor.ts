import { copyWithin, type CopyLimits } from './copy-within';
import { normalizeKey } from './secret-keys';
import { SECRET_HINT, SECRET_PATTERNS, type SecretPattern } from './secret-patterns';

/** A private key is the longest that the patterns know. */
const MAX_SECRET_LENGTH = 20_100;

const REPLACEMENT = '[REDACTED]';

/** Takes secrets out of texts, and out of details on their way to a client. */
export class Redactor {
  /** Stands for what was taken out. */
  readonly replacement = REPLACEMENT;
  readonly #keys: ReadonlySet<string>;
  readonly #hasOwnPatterns: boolean;

  constructor(
    keys: readonly string[],
    private readonly patterns: readonly SecretPattern[],
  ) {
    this.#keys = new Set(keys.map(normalizeKey));
    this.#hasOwnPatterns = patterns.length > SECRET_PATTERNS.length;
  }

  /** Whether a member of that name holds a secret, whatever its value looks like. */
  isSecretKey(key: string): boolean {
    return this.#keys.has(normalizeKey(key));
  }

  text(text: string): string {
    // Most texts hold no secret: one look tells, where each pattern would look again.
    if (!this.#hasOwnPatterns && !SECRET_HINT.test(text)) return text;
    let redacted = text;
    for (const { pattern, replacement } of this.patterns) {
      redacted = redacted.replace(pattern, replacement);
    }
    return redacted;
  }

  /** The beginning of a text, cut after the secrets are out: no pattern knows half of one. */
  excerpt(text: string, maxLength: number): string {
    const isCut = text.length > maxLength + 2 * MAX_SECRET_LENGTH;
    const whole = isCut ? text.slice(0, maxLength + 2 * MAX_SECRET_LENGTH) : text;
    const redacted = this.text(whole);
    // Where even this much was cut, its end may be half a secret.
    const length = isCut ? redacted.length - MAX_SECRET_LENGTH : redacted.length;
    return redacted.slice(0, Math.max(0, Math.min(maxLength, length)));
  }

  /** A copy that JSON can hold, within the limits and without secrets; the original is left alone. */
  details(details: object, limits: CopyLimits): object | undefined {
    const copy = copyWithin(details, limits, (key, value) => this.#member(key, value));
    return typeof copy === 'object' && copy !== null ? copy : undefined;
  }

  #member(key: string, value: unknown): unknown {
    if (value !== null && value !== undefined && this.isSecretKey(key)) {
      return REPLACEMENT;
    }
    return typeof value === 'string' ? this.text(value) : value;
  }
}
