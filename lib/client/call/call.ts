import type { CallOptions } from '../options';
import type { ResolvedOptions } from '../resolve-options';
import type { Emit } from '../support/emitter';
import type { Settle } from './breaker';
import type { Renew } from './refresher';

/** Options with every default, and what the calls of a client share. The build shortens names in `_`. */
export interface Shared extends ResolvedOptions {
  readonly emit_: Emit;
  readonly now_: () => number;
  readonly admit_: (origin: string) => number | Settle;
  readonly renew_: Renew | undefined;
  /** Until when requests wait, by method and URL: limits belong to routes. */
  readonly pausedUntil_: Map<string, number>;
  /** Repeats in reserve. */
  readonly reserve_: { left_: number };
}

/** One call, which may be sent more than once; it inherits the options of its client. */
export interface Call extends Shared {
  readonly method: string;
  readonly url: string;
  readonly signal: AbortSignal | undefined;
  readonly origin_: string;
  /** What the caller gave; `reducePayload` may change it. */
  body: unknown;
  /** Fetch-shaped: resolves with the response, whatever its status. A `Request` is cloned. */
  readonly source_: Request | boolean;
  readonly given_: CallOptions;
  readonly endMs_: number;
  readonly usesToken_: boolean;
  isRefreshed_?: boolean;
  /** In lower case; without the token, which may change between attempts. */
  readonly headers_: Record<string, string>;
  attempts_: number;
  readonly repeats_: Record<string, number>;

  // Of the last attempt:
  init_: RequestInit & { readonly headers: Record<string, string> };
  token_?: string | undefined;
  /** Where it was answered with 400 or above. */
  failed_?: Response | undefined;
  text_: string;
  /** Whether the circuit is open now. */
  isOpen_?: boolean | undefined;
}
