import { redact, redactText } from '../support/redact';
import { isJson, isStream, readErrorText } from './body';
import type { Call } from './call';
import { learn } from './pacer';

/** Sends a call once and reads what is answered, but for successes of fetch-shaped calls. */
export async function send(call: Call, stop: AbortSignal): Promise<unknown> {
  const { source_, body, url, signal, headers_, given_ } = call;
  const token = (call.token_ = call.usesToken_ ? await call.auth?.token() : undefined);
  const content = isJson(body) ? JSON.stringify(body) : body;
  call.init_ = {
    ...{ ...given_.init, method: call.method, body: content },
    headers: token ? { ...headers_, authorization: `Bearer ${token}` } : headers_,
    // The answer of a fetch-shaped call outlives it: aborting must still reach its body.
    signal: source_ && signal ? AbortSignal.any([stop, signal]) : stop,
    ...(isStream(content) && { duplex: 'half' }),
  } as Call['init_'];
  call.attempts_++;
  const startMs = call.now_();
  call.emit_('request', () => describe(call));
  const isCloned = source_ instanceof Request && body === undefined;
  const response = await call.fetch(isCloned ? source_.clone() : url, call.init_);
  const { status, headers } = response;
  if (call.pace) learn(call, headers);
  if (status > 399) {
    call.failed_ = response;
    await readErrorText(call, source_ ? response.clone() : response);
  } else if (!source_) call.text_ = await response.text();
  const text = call.text_;
  call.emit_('response', () => ({
    ...describe(call),
    ...{ status, durationMs: call.now_() - startMs, body: redactText(text) },
    headers: redact(Object.fromEntries(headers)),
    traceId: headers.get('x-trace-id'),
  }));
  if (source_ || call.failed_) return response;
  const isJsonText = text && /json/.test(headers.get('content-type') ?? '');
  return isJsonText ? (JSON.parse(text) as unknown) : text || undefined;
}

/** The request as it may be shown. */
export function describe({ method, url, init_, body, attempts_ }: Call) {
  return {
    ...{ attempt: attempts_, method, url: redactText(url) },
    ...{ headers: redact(init_.headers), body: redact(body) },
  };
}
