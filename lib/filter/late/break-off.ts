import type { ServerResponse } from 'node:http';
import { http2StreamOf } from '../transports/http2-stream';
import { sentHeader } from './sent-header';

/** RFC 9113, section 7: without it a client of HTTP/2 takes the end for a good one. */
const INTERNAL_ERROR = 0x2;

/** Cuts an answer short so that the client sees an error, not the end of the body. */
export function breakOff(response: ServerResponse): void {
  const stream = http2StreamOf(response);
  if (stream) stream.close(INTERNAL_ERROR);
  else {
    if (isEndedByClose(response)) reset(response);
    response.destroy();
  }
}

/** For clients of HTTP/1.0 a plain close is how a whole body ends. */
function isEndedByClose(response: ServerResponse): boolean {
  return !response.chunkedEncoding && sentHeader(response, 'content-length') === undefined;
}

function reset({ socket }: ServerResponse): void {
  try {
    socket?.resetAndDestroy();
  } catch {
    // Only TCP can be reset; TLS tells a cut from an end by itself.
  }
}
