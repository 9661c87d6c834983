import { redact, redactText } from '../support/redact';
import { isJson, isStream, readErrorText } from './body';
import type { Call, Shared } from './call';

/** Sends a call once and reads what is answered, but for successes of fetch-shaped calls. */
export async function send(
  { options, emit, pacer }: Shared,
  call: Call,
  stop: AbortSignal,
): Promise<unknown> {
  const { source, clock } = { ...call, ...options };
  call.token = call.usesToken ? await options.auth?.token() : undefined;
  call.sent = { ...call.headers, ...(call.token && { authorization: `Bearer ${call.token}` }) };
  const init = toInit(call, stop);
  call.attempts++;
  const startMs = clock.now();
  emit('request', () => describe(call, startMs));
  const isCloned = source instanceof Request && call.body === undefined;
  const response = await options.fetch(isCloned ? source.clone() : call.url, init);
  const { status, headers } = response;
  if (pacer) pacer.learn(call, headers);
  if (status >= 400) {
    call.failed = response;
    call.text = await readErrorText(source ? response.clone() : response);
  } else call.text = source ? '' : await response.text();
  emit('response', () => ({
    ...describe(call, startMs),
    ...{ status, durationMs: clock.now() - startMs, body: redactText(call.text) },
    headers: redact(Object.fromEntries(headers)),
    traceId: headers.get('x-trace-id'),
  }));
  if (source || call.failed) return response;
  const isJsonText = /json/.test(headers.get('content-type') ?? '') && call.text;
  return isJsonText ? (JSON.parse(call.text) as unknown) : call.text || undefined;
}

/** The request as it may be shown. */
export function describe({ method, url, sent, body, attempts }: Call, nowMs: number) {
  return {
    ...{ time: new Date(nowMs).toISOString(), attempt: attempts, method },
    ...{ url: redactText(url), headers: redact(sent), body: redact(body) },
  };
}

function toInit({ method, source, body, given, signal, sent }: Call, stop: AbortSignal) {
  const content = isJson(body) ? JSON.stringify(body) : body;
  return {
    ...{ ...given.init, method, headers: sent },
    // The answer of a fetch-shaped call outlives it: aborting must still reach its body.
    signal: source && signal ? AbortSignal.any([stop, signal]) : stop,
    ...(content !== undefined && { body: content }),
    ...(isStream(content) && { duplex: 'half' }),
  } as RequestInit;
}
