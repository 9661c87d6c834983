import type { Readable } from 'node:stream';
import { type HttpServer, StreamableFile } from '@nestjs/common';

/**
 * Nest 12 logs what a generator throws as it is. The flow logs it too, with its trace id and
 * without secrets: one failure, one line. The listener is known by a name in its text.
 */
export function muteNestLog(stream: Readable): void {
  for (const listener of stream.listeners('error')) {
    if (String(listener).includes('IntrinsicException')) {
      stream.off('error', listener as (error: Error) => void);
    }
  }
}

/** The same for all that an adapter sends, where nothing else is to be done about it. */
export function muteNestLogs(adapter: HttpServer): void {
  const reply = adapter.reply.bind(adapter);
  adapter.reply = (response: unknown, body: unknown, statusCode?: number) => {
    if (body instanceof StreamableFile) muteNestLog(body.getStream());
    return reply(response, body, statusCode) as unknown;
  };
}
