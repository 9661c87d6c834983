import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import type { ErrorFlow } from '../../error-flow';
import type { HttpRequest } from '../../transports/http-transport';
import { frameOf } from '../frame-of';
import { StreamedFailure } from './streamed-failure';
import { tellWithin } from './tell-within';

interface Reply {
  readonly raw: ServerResponse;
  readonly request: HttpRequest;
  getHeader(name: string): unknown;
  send(payload: unknown): unknown;
}

interface Fastify {
  decorateReply(name: 'send', send: Reply['send']): void;
}

const guarded = new WeakSet<Fastify>();

/**
 * Answers for streams that Fastify sends: a failure after the first byte reaches no error handler
 * of its. An `onSend` hook would see them too, and cost every other answer some 3 %.
 */
export function guardReplies(fastify: Fastify, flow: ErrorFlow): void {
  if (guarded.has(fastify)) return;
  guarded.add(fastify);
  let inherited: Reply['send'] | undefined;
  fastify.decorateReply('send', send);

  function send(this: Reply, payload: unknown): unknown {
    inherited ??= sendBehind(this, send);
    return inherited.call(this, guardPayload(payload, this, flow));
  }
}

function guardPayload(payload: unknown, reply: Reply, flow: ErrorFlow): unknown {
  if (typeof payload !== 'object' || payload === null) return payload;
  if (isStream(payload)) return guardStream(payload, reply, flow);
  return payload instanceof ReadableStream && !payload.locked
    ? guardStream(Readable.fromWeb(payload), reply, flow)
    : payload;
}

function isStream(payload: object): payload is Readable {
  const { pipe, on } = payload as Partial<Readable>;
  return typeof pipe === 'function' && typeof on === 'function';
}

function guardStream(stream: Readable, reply: Reply, flow: ErrorFlow): Readable {
  const { raw, request } = reply;
  const failure = new StreamedFailure(flow, request, reply, raw);
  const frame = frameOf((name) => reply.getHeader(name), request.method);
  if (frame) return tellWithin(stream, frame, (thrown) => failure.tell(thrown));
  stream.on('error', (thrown) => {
    if (raw.headersSent) failure.handle(thrown, stream);
  });
  return stream;
}

/** The method that ours stands before, on the reply's chain of prototypes. */
function sendBehind(reply: Reply, ours: Reply['send']): Reply['send'] {
  let prototype: object = reply;
  while (!Object.hasOwn(prototype, 'send') || Reflect.get(prototype, 'send') !== ours) {
    prototype = Object.getPrototypeOf(prototype) as object;
  }
  return Reflect.get(Object.getPrototypeOf(prototype) as object, 'send') as Reply['send'];
}
