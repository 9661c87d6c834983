import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { limits } from './limits';
import { requestTexts } from './request-text';
import { ResponseReader } from './response-reader';
import type { Scenario } from './scenario';

/** So many that requests wait for the server: where it waits for them, the load is what is measured. */
const CONNECTIONS = 64;

/** What a load came to. */
export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
}

/** Loads a server over loopback, and makes sure that it answers as it should. */
export async function load(
  port: number,
  scenario: Scenario,
  expectedStatus: number,
  seconds: number,
): Promise<LoadResult> {
  const share = Math.floor(limits.clients / CONNECTIONS);
  const status = `HTTP/1.1 ${expectedStatus} `;
  const connections = await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, index) => {
      const requests = requestTexts(scenario, index * share, share).map((text) =>
        Buffer.from(text),
      );
      const socket = connect(port, '127.0.0.1').setNoDelay();
      await once(socket, 'connect');
      return { socket, requests };
    }),
  );
  const started = performance.now();
  const until = started + seconds * 1_000;
  stayAwake(until);
  const counts = await Promise.all(
    connections.map(async ({ socket, requests }) => askUntil(until, socket, requests, status)),
  );
  const requests = counts.reduce((sum, count) => sum + count, 0);
  return { requests, seconds: (performance.now() - started) / 1_000 };
}

/** To wake a process that sleeps is up to who writes to it: the server would pay for its speed. */
function stayAwake(until: number): void {
  if (performance.now() < until) setImmediate(stayAwake, until);
}

/**
 * One request after the other, each of another client.
 * @throws Error for a response of another status or none, or a connection that ends
 */
function askUntil(
  until: number,
  socket: Socket,
  requests: readonly Buffer[],
  status: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const reader = new ResponseReader();
    let count = 0;
    const ask = () => socket.write(requests[count % requests.length] as Buffer);
    socket.on('data', (chunk: Buffer) => {
      const response = reader.read(chunk);
      if (response === undefined) return;
      if (!response.startsWith(status)) {
        socket.destroy(new Error(`Not ${status}but ${response}`));
        return;
      }
      count++;
      if (performance.now() < until) ask();
      else socket.destroy();
    });
    socket.setTimeout(10_000, () => socket.destroy(new Error('The server does not answer.')));
    socket.on('error', reject);
    socket.on('close', () => {
      if (performance.now() < until) reject(new Error('The server closed a connection.'));
      else resolve(count);
    });
    ask();
  });
}
