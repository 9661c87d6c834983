import type { ResolvedOptions } from '../resolve-options';
import type { Emit } from '../support/emitter';
import type { Settle } from './breaker';
import type { Renew } from './refresher';

/** Options with every default, and what the calls of a client share. The build shortens names with `$`. */
export interface Shared extends ResolvedOptions {
  readonly $emit: Emit;
  /** `retry` of the client, which that of a call hides. */
  readonly $ownRetry: ResolvedOptions['retry'];
  readonly $now: () => number;
  readonly $admit: (origin: string) => number | Settle;
  /** Undefined once a call has used it. */
  $renew: Renew | undefined;
  /** Until when requests wait, by method and URL: limits belong to routes. */
  readonly $pausedUntil: Map<string, number>;
  /** Repeats in reserve. */
  readonly $reserve: { $left: number };
}

/** One call, which may be sent more than once; it inherits the options of its client. */
export interface Call extends Shared {
  readonly method: string;
  readonly url: string;
  readonly $origin: string;
  /** What the caller gave; `reducePayload` may change it. */
  body: unknown;
  /** Fetch-shaped: resolves with the response, whatever its status. A `Request` is cloned. */
  readonly $source: Request | boolean;
  readonly $endMs: number;
  readonly $usesToken: boolean;
  /** In lower case; without the token, which may change between attempts. */
  readonly $headers: Record<string, string>;
  $attempts: number;
  readonly $repeats: Record<string, number>;

  // Of the last attempt:
  $init: RequestInit & { readonly headers: Record<string, string> };
  $token?: string | undefined;
  /** Where it was answered with 400 or above. */
  $failed?: Response | undefined;
  $text: string;
  /** Whether the circuit is open now. */
  $isOpen?: boolean | undefined;
}
