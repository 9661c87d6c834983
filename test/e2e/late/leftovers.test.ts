import type { Server } from 'node:http';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { EventsController } from './events.controller';
import { portOf } from './port-of';
import { StreamsController } from './streams.controller';
import { get, talk } from './wire';

const ROUNDS = 25;
const PATHS = [
  '/at-once',
  '/big',
  '/raw-lines',
  '/raw-events',
  '/hijacked',
  '/file',
  '/lines',
  '/length',
];
const AT_A_TIME = 5;

const sockets = () =>
  process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;

const listenersOf = (server: Server) =>
  server.eventNames().map((name) => [String(name), server.listenerCount(name)]);

const listenersOfProcess = () =>
  process.eventNames().map((name) => [String(name), process.listenerCount(name)]);

describe.each(PLATFORMS)('A thousand answers that fail late on %s', (_name, create) => {
  it('leave no socket, listener or warning behind', async () => {
    const warnings: Error[] = [];
    const onWarning = (warning: Error) => void warnings.push(warning);
    process.on('warning', onWarning);
    const controllers = [EventsController, StreamsController];
    const { app, logger } = await startApp(create, { controllers });
    const server = app.getHttpServer() as Server;
    const port = portOf(app);
    const before = { server: listenersOf(server), process: listenersOfProcess() };

    const burst = PATHS.flatMap((path) => Array<string>(AT_A_TIME).fill(path));
    for (let round = 0; round < ROUNDS; round += 1) {
      await Promise.all(burst.map((path) => talk(port, get(path), { answers: 1 })));
    }

    expect(logger.failures).toHaveLength(ROUNDS * burst.length);
    await expect.poll(() => count(server)).toBe(0);
    await expect.poll(sockets).toBe(0);
    expect(listenersOf(server)).toEqual(before.server);
    expect(listenersOfProcess()).toEqual(before.process);
    expect(warnings).toEqual([]);
    process.off('warning', onWarning);
  }, 60_000);
});

function count(server: Server): Promise<number> {
  return new Promise((resolve, reject) =>
    server.getConnections((error, connections) => (error ? reject(error) : resolve(connections))),
  );
}
