import type { DetailsSource } from './details';
import type { RetryAdvice } from './retry-advice';

/** Whose fault a failure is: the caller's, this server's, or something this server depends on. */
export type ErrorOrigin = 'client' | 'server' | 'dependency';

/** One text for every format, or a text by format name with a `default` for the rest. */
export type MessageByFormat =
  string | ({ readonly default: string } & Readonly<Record<string, string>>);

/** One entry of a catalogue: everything that is the same each time the error is thrown. */
export interface ErrorDefinition {
  /** The HTTP status, 400 to 599. */
  readonly status: number;
  readonly message: MessageByFormat;
  /** Types the details; nothing is validated at run time. */
  readonly details?: DetailsSource;
  /** @default by status, from the retry matrix of the Engagifii guide */
  readonly retry?: RetryAdvice;
  /** @default 'client' below 500, else 'server' */
  readonly origin?: ErrorOrigin;
  /** Steps that resolve the error, for documentation and clients. */
  readonly resolution?: readonly string[];
}

/** Changes to a definition, by code: what is given replaces, the rest stays. */
export type ErrorOverride = Partial<Omit<ErrorDefinition, 'details'>>;

export function messageFor(message: MessageByFormat, format: string): string {
  if (typeof message === 'string') return message;
  return Object.hasOwn(message, format) ? (message[format] ?? message.default) : message.default;
}
