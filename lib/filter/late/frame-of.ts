import type { ServerResponse } from 'node:http';
import { sentHeader } from './sent-header';

/** Where the last byte left the client: behind a line's end, within a line, or nobody knows. */
export type Position = 'line-start' | 'within-line' | 'unknown';

/** A last record of a body, as its media type writes one. */
export type Frame = (text: string, position: Position) => string;

/** An empty line ends an event that was cut short; after a whole one it means nothing. */
const event: Frame = (text, position) =>
  `${position === 'line-start' ? '\n' : '\n\n'}event: error\ndata: ${text}\n\n`;

const line: Frame = (text, position) => `${position === 'line-start' ? '' : '\n'}${text}\n`;

/** RFC 7464: the separator also marks the record before as cut short. */
const sequence: Frame = (text) => `\u001E${text}\n`;

const FRAMES: ReadonlyMap<string, Frame> = new Map([
  ['text/event-stream', event],
  ['application/x-ndjson', line],
  ['application/ndjson', line],
  ['application/jsonl', line],
  ['application/x-jsonlines', line],
  ['application/json-seq', sequence],
]);

/** How a failure is told within a body that has begun; undefined where it cannot be. */
export function frameOf(response: ServerResponse): Frame | undefined {
  const hasFixedForm = ['content-length', 'content-encoding'].some(
    (name) => sentHeader(response, name) !== undefined,
  );
  if (hasFixedForm || response.req?.method === 'HEAD') return undefined;
  const [mediaType = ''] = (sentHeader(response, 'content-type') ?? '').split(';');
  return FRAMES.get(mediaType.trim().toLowerCase());
}
