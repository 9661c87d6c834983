/** Texts, and what has a kind of its own, such as forms, are sent as they are; the rest as JSON. */
export function isJson(payload: unknown): boolean {
  const { [Symbol.toStringTag]: kind } = Object(payload) as { [Symbol.toStringTag]?: string };
  return payload !== undefined && typeof payload !== 'string' && !kind && !isStream(payload);
}

/** What can be read but once. */
export function isStream(body: unknown): boolean {
  return Symbol.asyncIterator in Object(body) || 'getReader' in Object(body);
}

const MAX_ERROR_LENGTH = 65_536;
const MAX_ERROR_MS = 5_000;

/** The text of an error's body, bounded in length and time; never rejects. */
export async function readErrorText({ body }: Response): Promise<string> {
  let text = '';
  const reader = body?.getReader();
  const stop = () => void reader?.cancel().catch(() => {});
  const timer = setTimeout(stop, MAX_ERROR_MS);
  const decoder = new TextDecoder();
  try {
    for (let chunk; text.length < MAX_ERROR_LENGTH && (chunk = await reader?.read())?.value;) {
      text += decoder.decode(chunk.value, { stream: true });
    }
  } catch {
    // What came before the connection broke may be enough.
  }
  clearTimeout(timer);
  stop();
  return text;
}
