import type { Failure } from './create-api-error';

interface RuntimeError {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: RuntimeError;
  readonly errors?: readonly RuntimeError[];
}

/** Tells runtimes' errors apart: Node has `cause.code`, Bun `code`, Deno and browsers only texts. */
export function networkFailure(cause: unknown): Failure {
  let facts = '';
  let error = cause as RuntimeError | undefined;
  for (let depth = 0; error && depth < 5; depth++) {
    facts += [' ', error.name, error.code, error.message].join(' ');
    error = error.cause ?? error.errors?.[0];
  }
  if (/scheme|bad port|protocol must|url is inv/i.test(facts)) return requestError(cause);
  const isFinal = /cert|ssl|tls|eproto|redirect/i.test(facts);
  return { code: /time.?d?.?out/i.test(facts) ? 'TIMEOUT' : 'NETWORK_ERROR', isFinal, cause };
}

export function requestError(cause: unknown): Failure {
  return { code: 'REQUEST_ERROR', isFinal: true, cause };
}
