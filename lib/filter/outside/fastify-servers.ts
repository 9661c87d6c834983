import type { Server } from 'node:http';
import type { HttpServer } from '@nestjs/common';
import { fastifyInternal } from './fastify-internals';

interface Fastify {
  addHook(name: 'onListen', hook: (done: () => void) => void): void;
}

/** Fastify's own listener. One that the application gave has another name, and stays. */
const DEFAULT_LISTENER = 'bound defaultClientErrorHandler';

/** Makes room for a `clientError` listener, and lets it serve every address of "localhost". */
export function yieldClientErrors(adapter: HttpServer, server: Server): void {
  for (const listener of server.listeners('clientError')) {
    if (listener.name === DEFAULT_LISTENER) server.off('clientError', listener as () => void);
  }
  const fastify = adapter.getInstance() as Fastify;
  fastify.addHook('onListen', (done) => {
    for (const other of fastifyInternal(fastify, 'fastify.serverBindings') ?? []) {
      other.on('clientError', (error, socket) => server.emit('clientError', error, socket));
    }
    done();
  });
}
