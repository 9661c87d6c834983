import { catchError, from, map, type Observable, of, throwError } from 'rxjs';
import { takeEventStream } from './current-event-stream';

/** An event as Nest takes it. */
interface Message {
  readonly type?: unknown;
  readonly id?: unknown;
  readonly retry?: unknown;
  readonly comment?: unknown;
  readonly data?: unknown;
}

/**
 * The events of the current request, of which a failure is the last one. Nest's own last event
 * would be the text of the exception. Before the first byte a failure goes on to the filters.
 */
export function guardEvents(events: Observable<unknown>): Observable<unknown> {
  const stream = takeEventStream();
  if (stream === undefined) return events;

  let lastId: unknown;
  return from(events).pipe(
    map((event) => {
      const message = toMessage(event);
      lastId = message.id ?? lastId;
      return message;
    }),
    catchError((thrown: unknown) => {
      if (!stream.hasBegun) stream.detach();
      return stream.hasBegun && !stream.leaves(thrown)
        ? of(lastEvent(stream.bodyOf(thrown), lastId))
        : throwError(() => thrown);
    }),
  );
}

/** As Nest does it, only here: what cannot be JSON fails where the failure is seen. */
function toMessage(event: unknown): Message {
  if (typeof event !== 'object' || event === null) return { data: event };
  const { type, id, retry, comment, data } = event as Message;
  const isJson = typeof data === 'object' && data !== null;
  return isJson ? { type, id, retry, comment, data: JSON.stringify(data) } : event;
}

/** An id of its own would make a client that reconnects go on from there. */
function lastEvent(data: string, id: unknown): Message {
  return { type: 'error', id, data };
}
