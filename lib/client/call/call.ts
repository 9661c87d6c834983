import type { CallOptions } from '../options';
import type { ResolvedOptions, Rules } from '../resolve-options';
import type { Emit } from '../support/emitter';
import type { Settle } from './breaker';
import type { Pacer } from './pacer';
import type { Renew } from './refresher';

/** What the calls of one client share. */
export interface Shared {
  readonly options: ResolvedOptions;
  readonly rules: Rules;
  readonly emit: Emit;
  readonly admit: ((origin: string) => number | Settle) | false;
  readonly renew: Renew | undefined;
  readonly pacer: Pacer | false;
  /** Repeats in reserve. */
  budget: number;
}

/** One call, which may be sent more than once. */
export interface Call {
  readonly method: string;
  readonly url: string;
  readonly origin: string;
  /** What the caller gave; `reducePayload` may change it. */
  body: unknown;
  /** Fetch-shaped: resolves with the response, whatever its status. A `Request` is cloned. */
  readonly source: Request | boolean;
  readonly given: CallOptions;
  readonly signal: AbortSignal | undefined;
  readonly endMs: number;
  readonly usesToken: boolean;
  isRefreshed?: boolean;
  /** In lower case; without the token, which may change between attempts. */
  readonly headers: Record<string, string>;
  attempts: number;
  readonly repeats: Record<string, number>;

  // Of the last attempt:
  sent: Record<string, string>;
  token?: string | undefined;
  /** Where it was answered with 400 or above. */
  failed?: Response | undefined;
  text: string;
  /** The body named no code: then the code is a guess. */
  isBare?: boolean;
  /** Whether the circuit is open now. */
  isOpen?: boolean | undefined;
}
