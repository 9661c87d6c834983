import { createApiError, type Failure } from '../errors/create-api-error';
import { parseErrorBody } from '../errors/error-body';
import { parseJson } from '../errors/json';
import { networkFailure, requestError } from '../errors/network-failure';
import { isStream } from './body';
import type { Call, Shared } from './call';
import { guard } from './guard';
import { describe, send } from './send';

/** @throws ApiError whatever went wrong */
export async function attempt(shared: Shared, call: Call): Promise<unknown> {
  const { signal, given, attempts, endMs } = call;
  const { clock, timeoutMs } = shared.options;
  const fail = (failure: Failure) =>
    createApiError(failure, describe(call, clock.now()), call.attempts, clock.now());
  call.failed = undefined;
  if (signal?.aborted) throw fail(abortOf(signal));
  const settle = shared.admit && shared.admit(call.origin);
  if (typeof settle === 'number') throw fail({ code: 'CIRCUIT_OPEN', waitMs: settle });
  const end = (failure: Failure, isWorking?: boolean, isAnswered?: boolean) => {
    call.isOpen = settle && settle(isWorking, isAnswered);
    return fail(failure);
  };

  let cause: unknown;
  try {
    const ms = Math.min((given.timeoutMs ?? timeoutMs) || endMs, endMs - clock.now());
    const value = await guard((stop) => send(shared, call, stop), ms, signal, clock);
    if (!call.failed) {
      if (settle) settle(true);
      return value;
    }
  } catch (thrown) {
    cause = thrown;
  }
  if (signal?.aborted) throw end(abortOf(signal));
  // A status counts even where its body was cut short.
  const response = call.failed as Response | undefined;
  if (response) {
    const body = parseErrorBody(parseJson(call.text));
    call.isBare = !body?.code;
    throw end({ response, body, cause }, response.status < 500 && undefined, true);
  }
  const failure = whyFailed(cause, call, call.attempts > attempts);
  throw end(failure, failure.code?.endsWith('R') === true ? undefined : false);
}

/** A signal of `AbortSignal.timeout()` is a time-out; neither is worth a repeat. */
function abortOf({ reason }: AbortSignal): Failure {
  const isTimeout = (reason as Error | undefined)?.name === 'TimeoutError';
  return { code: isTimeout ? 'TIMEOUT' : 'ABORTED', isFinal: true, cause: reason };
}

function whyFailed(cause: unknown, call: Call, isSent: boolean): Failure {
  if (cause instanceof SyntaxError) return { code: 'RESPONSE_INVALID', isFinal: true, cause };
  const failure = networkFailure(cause);
  return failure.code === 'TIMEOUT' || (isSent && canBeSent(call)) ? failure : requestError(cause);
}

/** What `fetch` refuses to send, a `Request` refuses too; a stream that was read says nothing. */
function canBeSent({ source, url, method, sent, body }: Call): boolean {
  try {
    const hasBody = body !== undefined && !isStream(body);
    return (
      source === true || !!new Request(url, { method, headers: sent, ...(hasBody && { body: '' }) })
    );
  } catch {
    return false;
  }
}
