import type { AddressInfo } from 'node:net';
import { injectRequests } from './inject-requests';
import type { Scenario } from './scenario';
import { startApp } from './start-app';
import type { AdapterName, VariantName } from './variant';

/** Asks a variant's process to measure itself without a socket. */
export interface InjectCommand {
  readonly scenario: Scenario;
  readonly expectedStatus: number;
  readonly requests: number;
}

/** What a variant's process says: first its port, then one measurement a command. */
export type ServerMessage =
  { readonly port: number } | { readonly microseconds: number } | { readonly failure: string };

// Run as the process of one variant, so that none profits from code that another made hot.
const [adapter, variant] = process.argv.slice(2) as [AdapterName, VariantName];
const say = (message: ServerMessage) => process.send?.(message);

async function serve(): Promise<void> {
  const server = await startApp(adapter, variant);
  process.on('message', ({ scenario, expectedStatus, requests }: InjectCommand) => {
    injectRequests(server, scenario, expectedStatus, requests).then(
      (microseconds) => say({ microseconds }),
      (error: unknown) => say({ failure: String(error) }),
    );
  });
  say({ port: (server.address() as AddressInfo).port });
}

void serve();
