export const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
export const PARENT_ID = '00f067aa0ba902b7';

export const traceparent = (flags: string, version = '00') =>
  `traceparent: ${version}-${TRACE_ID}-${PARENT_ID}-${flags}`;

/** What goes out after what came in. */
export interface Case {
  readonly what: string;
  /** Lines of the request's head. */
  readonly sends: readonly string[];
  /** By a peer in `trustProxies`. */
  readonly isTrusted?: true;
  /** The trace goes on with these flags; else it is restarted. */
  readonly flags?: string;
  /** Handed on; else none is. */
  readonly tracestate?: string;
}

/** A rule of W3C Trace Context Level 2, and a row of the table in docs/tracing.md. */
export interface Rule {
  readonly section: string;
  readonly rule: string;
  readonly does: string;
  readonly cases: readonly Case[];
}

/** The table in docs/tracing.md. */
export function toTable(rules: readonly Rule[]): string {
  const rows = rules.map(({ section, rule, does }) => `| ${section} | ${rule} | ${does} |`);
  return ['| section | rule | what happens |', '|---|---|---|', ...rows].join('\n');
}
