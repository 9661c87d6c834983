/** A last record of a body, as its media type writes one. */
export type Frame = (text: string, isLineStart: boolean) => string;

/** An empty line ends an event that was cut short; after a whole one it means nothing. */
const event: Frame = (text, isLineStart) =>
  `${isLineStart ? '\n' : '\n\n'}event: error\ndata: ${text}\n\n`;

const line: Frame = (text, isLineStart) => `${isLineStart ? '' : '\n'}${text}\n`;

/** RFC 7464: the separator also marks the record before as cut short. */
const sequence: Frame = (text) => `\u001E${text}\n`;

/** By media type. In any other body a record more would be read as a part of it. */
export const FRAMES: ReadonlyMap<string, Frame> = new Map([
  ['text/event-stream', event],
  ['application/x-ndjson', line],
  ['application/ndjson', line],
  ['application/jsonl', line],
  ['application/x-jsonlines', line],
  ['application/json-seq', sequence],
]);
