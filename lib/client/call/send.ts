import type { FailedRequest } from '../errors/api-error';
import { redact } from '../support/redact';
import { isStream, readErrorText } from './body';
import type { Call } from './call';
import { learn } from './pacer';

/** Sends a call once and reads what is answered, but for successes of fetch-shaped calls. */
export async function send(call: Call, stop: AbortSignal): Promise<unknown> {
  const { $source, body, $headers } = call;
  const admitted = call.$admit(call.$origin);
  if (typeof admitted === 'number') {
    call.$openMs = admitted;
    throw undefined;
  }
  call.$settle = admitted;
  const token = (call.$token = call.$usesToken ? await call.auth?.token() : undefined);
  // Texts, and what has a kind of its own, such as forms, are sent as they are.
  const kind = typeof body === 'string' || Object(body)[Symbol.toStringTag] || isStream(body);
  const isJson = !$source && body !== undefined && !kind;
  const headers = { ...$headers };
  if (isJson) headers['content-type'] ??= 'application/json';
  if (token) headers['authorization'] = `Bearer ${token}`;
  const init = {
    ...{ method: call.method, headers, signal: stop },
    body: (isJson ? JSON.stringify(body) : body) as string,
    // Asked for with streams, and the only value for anything.
    duplex: 'half' as const,
  };
  call.$init = call.init ? { ...call.init, ...init } : init;
  call.$attempts++;
  call.$isSent = true;
  const startMs = call.$emit ? call.$now() : 0;
  call.$emit?.('request', () => ({ attempt: call.$attempts, ...describe(call) }));
  const input = ($source as Partial<Request> | undefined)?.clone?.() ?? call.url;
  const response = await (call.fetch ?? fetch)(input, call.$init);
  const { status, headers: answered } = response;
  if (call.pace) learn(call, answered);
  if (status > 399) {
    call.$failed = response;
    await readErrorText(call, $source ? response.clone() : response);
  } else if (!$source) call.$text = await response.text();
  const text = call.$text;
  call.$emit?.('response', () => ({
    attempt: call.$attempts,
    ...describe(call, {
      ...{ status, durationMs: call.$now() - startMs, body: text },
      headers: Object.fromEntries(answered),
      traceId: answered.get('x-trace-id'),
    }),
  }));
  if (call.$failed) throw undefined;
  if ($source) return response;
  const isJsonText = text && answered.get('content-type')?.includes('json');
  return isJsonText ? (JSON.parse(text) as unknown) : text || undefined;
}

/** The request, or more of it, as it may be shown. */
export function describe({ method, url, $init, body }: Call, more?: object) {
  return redact({
    method,
    url,
    headers: $init.headers,
    body: redact(body),
    ...more,
  }) as FailedRequest;
}
