export interface SecretPattern {
  /** Global, and free of nested repetition: it runs on text that a client may have sent. */
  readonly pattern: RegExp;
  readonly replacement: string;
}

const NAMES =
  'pass(?:word|wd|phrase)?|pwd|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|client[-_]?secret|authorization|cookie|set-cookie|dsn';

/** Secrets that a text may hold. What names the secret stays, so that a log still tells its kind. */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  // postgres://user:secret@host
  { pattern: /(\b[a-z][a-z\d+.-]{1,30}:\/\/)[^\s/@]{1,512}@/gi, replacement: '$1[REDACTED]@' },
  {
    pattern:
      /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]{0,20000}(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g,
    replacement: '[REDACTED]',
  },
  { pattern: /\b(Bearer|Basic)\s+[\w.~+/=-]{1,8192}/gi, replacement: '$1 [REDACTED]' },
  { pattern: /\beyJ[\w-]{5,4096}\.[\w-]{5,8192}(?:\.[\w-]{0,4096})?/g, replacement: '[REDACTED]' },
  { pattern: /\b(?:AKIA|ASIA)[A-Z\d]{16}\b/g, replacement: '[REDACTED]' },
  // password=…, "apiKey": "…", client_secret: '…', ?token=…
  {
    pattern: new RegExp(
      `([\\w-]{0,40}(?:${NAMES})["']?\\s{0,4}[=:]\\s{0,4})("[^"\\n]{0,4096}"|'[^'\\n]{0,4096}'|[^\\s"',;&})\\]]{1,4096})`,
      'gi',
    ),
    replacement: '$1[REDACTED]',
  },
];

/** What every built-in pattern needs: a text without any of it is passed on untouched. */
export const SECRET_HINT = new RegExp(
  `:\\/\\/|-----BEGIN|bearer|basic|eyJ|AKIA|ASIA|${NAMES}`,
  'i',
);
