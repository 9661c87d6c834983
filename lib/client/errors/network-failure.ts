import type { Call } from '../call/call';
import { orUndefined } from '../or-undefined';
import type { ClientCode } from './codes';

/** Faults of TLS, redirects and ports, as the runtimes word them; not a host that is named so. */
export const CANNOT_HEAL = /cert(_|if)|_cert|_(ssl|tls)_|eproto|redirect(?![-.])|bad port/i;

/** Tells the failures without an answer apart, in all runtimes. */
export function networkCode(call: Call, facts: string): ClientCode {
  // A signal of `AbortSignal.timeout()` is a time-out as well.
  if (/time.?d?.?out/i.test(facts)) return 'TIMEOUT';
  if (call.signal?.aborted) return 'ABORTED';
  if (!call.$isSent || !canBeSent(call)) return 'REQUEST_ERROR';
  return facts.startsWith('Syntax') ? 'RESPONSE_INVALID' : 'NETWORK_ERROR';
}

interface RuntimeError {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: RuntimeError;
}

/** What the runtime says: Node has `cause.code`, Bun `code`, Deno and browsers only texts. */
export function factsOf(thrown: unknown): string {
  const error = thrown as RuntimeError | undefined;
  return [error, error?.cause]
    .map((each) => `${each?.name as string} ${each?.code as string} ${each?.message as string}`)
    .join();
}

/** What `fetch` refuses to send, a `Request` refuses too; its body may have been read. */
function canBeSent({ url, $origin, $init }: Call): unknown {
  const body = ($init.body && '') as string;
  return $origin.startsWith('http') && orUndefined(() => new Request(url, { ...$init, body }));
}
