import type { CallOptions } from '../options';
import type { ResolvedOptions } from '../resolve-options';
import type { Emit } from '../support/emitter';
import type { Settle } from './breaker';
import type { Renew } from './refresher';

/** A client: options with every default, and what its calls share. The build shortens names with `$`. */
export interface Shared extends ResolvedOptions {
  /** Undefined where nobody listens: nothing is made for an event then. */
  readonly $emit: Emit | undefined;
  readonly $now: () => number;
  readonly $admit: (origin: string) => number | Settle | undefined;
  /** Undefined once a call has used it. */
  $renew: Renew | undefined;
  /** Until when requests wait, by method and URL: limits belong to routes. */
  readonly $pausedUntil: Map<string, number>;
  /** Of the client, which those of a call hide. In lower case. */
  $headers: Readonly<Record<string, string>>;
  $origin: string;
  /** Repeats in reserve. */
  $left: number;
  /** Of the last attempt, which did not use it up. */
  $spare: AbortController | undefined;
  /** How many were. */
  $spared: number;
}

/** One call, which may be sent more than once; it inherits the options of its client. */
export interface Call extends Shared {
  readonly $client: Shared;
  readonly method: string;
  url: string;
  /** What the caller gave; `reducePayload` may change it. */
  body: unknown;
  /** As the caller gave them, with `headers` in any case. */
  readonly $given: CallOptions | undefined;
  /** Fetch-shaped: resolves with the response, whatever its status. A `Request` is cloned. */
  readonly $source: Request | true | undefined;
  $endMs: number;
  $usesToken: unknown;
  /** Without the token, which may change between attempts. */
  $headers: Record<string, string>;
  $attempts: number;
  /** How many are left, by status or code. */
  readonly $repeats: Record<string, number>;

  // Of the last attempt:
  $init: RequestInit & { readonly headers: Record<string, string> };
  $token: string | undefined;
  /** Where the outcome goes; undefined where nothing was sent, since the circuit is open. */
  $settle: Settle | undefined;
  /** How long the circuit stays open. */
  $openMs: number | undefined;
  $isSent: boolean;
  /** Where it was answered with 400 or above. */
  $failed: Response | undefined;
  $text: string;
}
