import { ServerResponse } from 'node:http';
import { sentHeader } from './sent-header';

/** Cuts the connection so that the client sees an error, not the end of the body. */
export function breakOff(response: ServerResponse): void {
  if (isEndedByClose(response)) reset(response);
  response.destroy();
}

/** For HTTP/1.0 clients a plain close is how a whole body ends. HTTP/2 has no such bodies. */
function isEndedByClose(response: ServerResponse): boolean {
  return (
    response instanceof ServerResponse &&
    !response.chunkedEncoding &&
    sentHeader(response, 'content-length') === undefined
  );
}

function reset({ socket }: ServerResponse): void {
  try {
    socket?.resetAndDestroy();
  } catch {
    // Only TCP can be reset; TLS tells a cut from an end by itself.
  }
}
