import type { Server } from 'node:http';
import { inject } from 'light-my-request';
import { clientAddress } from './limits';
import type { Scenario } from './scenario';

/**
 * Hands a server requests without a socket, one after the other.
 * @returns microseconds of processor time per request: other processes do not count
 */
export async function injectRequests(
  server: Server,
  scenario: Scenario,
  expectedStatus: number,
  requests: number,
): Promise<number> {
  const started = process.cpuUsage();
  for (let index = 0; index < requests; index++) {
    const { statusCode } = await inject(
      (request, response) => void server.emit('request', request, response),
      {
        method: scenario.method,
        url: scenario.path,
        headers: {
          'x-forwarded-for': clientAddress(index),
          ...(scenario.body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(scenario.body !== undefined && { payload: scenario.body }),
      },
    );
    if (statusCode !== expectedStatus) throw new Error(`${scenario.name}: answered ${statusCode}`);
  }
  const { user, system } = process.cpuUsage(started);
  return (user + system) / requests;
}
