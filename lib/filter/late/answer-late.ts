import type { ServerResponse } from 'node:http';
import type { Answer } from '../transports/http-transport';
import { breakOff } from './break-off';
import { frameOf } from './frame-of';
import { sentHeader } from './sent-header';

/**
 * Ends an answer that has begun: with a last record where its media type has records, else by
 * breaking it off. A client never takes half of it for the whole.
 */
export function answerLate(response: ServerResponse, { body }: Answer): void {
  // What still writes to it finds it ended: that is this failure again, and nobody's crash.
  response.on('error', ignore);
  const frame = frameOf((name) => sentHeader(response, name), response.req?.method);
  if (frame === undefined || body === undefined) breakOff(response);
  else response.end(frame(body.text, false));
}

function ignore(): void {}
