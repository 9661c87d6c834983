import { noop } from '../noop';
import type { Call } from './call';
import { within } from './within';

/** What can be read but once. */
export function isStream(body: unknown): boolean {
  return !!((body as Streamed)?.[Symbol.asyncIterator] ?? (body as Streamed)?.getReader);
}

type Streamed = Partial<ReadableStream> | null | undefined;

/** The text of an error's body, at most 64 KiB of it and for 5 s; never rejects. */
export async function readErrorText(call: Call, { body }: Response): Promise<void> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  // What came before the connection broke, or the time was up, may be enough.
  await within(call, 5_000, async () => {
    for (let chunk; call.$text.length < 65_536 && (chunk = await reader?.read())?.value;) {
      call.$text += decoder.decode(chunk.value, { stream: true });
    }
  }).catch(noop);
  reader?.cancel().catch(noop);
}
