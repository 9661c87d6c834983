import { AsyncLocalStorage } from 'node:async_hooks';
import type { EventStream } from './event-stream';

/** Emptied in time: what a handler starts may outlive its request, and must not keep it alive. */
interface Slot {
  stream: EventStream | undefined;
}

/** Handlers and interceptors are given no request: the route leaves it here for them. */
const slots = new AsyncLocalStorage<Slot>();

/** Runs a route; whoever asks for its stream first, the outermost, has it. */
export async function runInEventStream(
  stream: EventStream,
  route: () => unknown,
): Promise<unknown> {
  const slot: Slot = { stream };
  try {
    return await slots.run(slot, route);
  } finally {
    slot.stream = undefined;
  }
}

/** The stream of the current route, if nobody has taken it yet. */
export function takeEventStream(): EventStream | undefined {
  const slot = slots.getStore();
  const stream = slot?.stream;
  if (slot) slot.stream = undefined;
  return stream;
}
