import type { Server } from 'node:http';
import { inject } from 'light-my-request';
import { clientAddress } from './limits';
import type { Scenario } from './scenario';

/**
 * Hands a server requests without a socket, one after the other.
 * @returns microseconds per request
 */
export async function injectRequests(
  server: Server,
  scenario: Scenario,
  expectedStatus: number,
  requests: number,
): Promise<number> {
  const started = process.hrtime.bigint();
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
  return Number(process.hrtime.bigint() - started) / 1000 / requests;
}
