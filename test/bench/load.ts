import autocannon from 'autocannon';
import { clientAddress, limits } from './limits';
import type { Scenario } from './scenario';

const connections = 10;

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
  let connection = 0;
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections,
    duration: seconds,
    setupClient: (client) => client.setRequests(requestsOf(scenario, connection++)),
  });
  const answered = Object.keys(result.statusCodeStats ?? {}).join(', ');
  if (result.errors > 0 || answered !== String(expectedStatus)) {
    throw new Error(`${scenario.name}: ${result.errors} errors, answered ${answered || 'nothing'}`);
  }
  return { requests: result.requests.total, seconds: result.duration };
}

/** Each connection speaks for its own share of the clients, in turn. */
function requestsOf(scenario: Scenario, connection: number): autocannon.Request[] {
  const share = limits.clients / connections;
  return Array.from({ length: share }, (_, index) => ({
    method: scenario.method,
    path: scenario.path,
    headers: {
      'x-forwarded-for': clientAddress(connection * share + index),
      ...(scenario.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(scenario.body !== undefined && { body: scenario.body }),
  }));
}
