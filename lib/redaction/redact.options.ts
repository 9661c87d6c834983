import { checkOptions } from '../check-options';
import { Redactor } from './redactor';
import { SECRET_KEYS } from './secret-keys';
import { SECRET_PATTERNS, type SecretPattern } from './secret-patterns';

/** What must stand in no log and in no details. What is given is added to the built-in lists. */
export interface RedactOptions {
  /**
   * Names of members whose values are secret, however they are cased or separated: `apiKey` also
   * means `API-KEY` and `api_key`.
   * @default passwords, tokens, keys, cookies, credentials and connection strings
   */
  readonly keys?: readonly string[];
  /**
   * Texts that are secret wherever they stand. They run on what clients send: avoid patterns that
   * backtrack.
   * @default credentials in URLs, bearer tokens, JWTs, private keys, `password=…` and the like
   */
  readonly patterns?: readonly RegExp[];
}

const REPLACEMENT = '[REDACTED]';

/** @throws TypeError naming the wrong option and its fix */
export function resolveRedactor(options: RedactOptions | false = {}): Redactor {
  if (options === false) return new Redactor([], []);
  checkOptions('redact', options, ['keys', 'patterns']);
  const { keys = [], patterns = [] } = options;
  if (!Array.isArray(keys) || keys.some((key) => typeof key !== 'string' || key === '')) {
    throw new TypeError('redact.keys must be a list of names, such as ["ssn"].');
  }
  if (!Array.isArray(patterns) || patterns.some((pattern) => !(pattern instanceof RegExp))) {
    throw new TypeError('redact.patterns must be a list of regular expressions.');
  }
  const own = (patterns as readonly RegExp[]).map(({ source, flags }): SecretPattern => ({
    pattern: new RegExp(source, flags.includes('g') ? flags : `${flags}g`),
    replacement: REPLACEMENT,
  }));
  return new Redactor(
    [...SECRET_KEYS, ...(keys as readonly string[])],
    [...SECRET_PATTERNS, ...own],
  );
}
