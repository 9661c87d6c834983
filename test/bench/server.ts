import type { AddressInfo } from 'node:net';
import { InProcessClient, microsecondsPerRequest } from './in-process-client';
import { requestTexts } from './request-text';
import type { Scenario } from './scenario';
import { startApp } from './start-app';
import type { AdapterName, VariantName } from './variant';

/** What a variant's process is asked. */
export type Question =
  | { readonly ask: 'processor-time' }
  | {
      readonly ask: 'in-process';
      readonly scenario: Scenario;
      readonly expectedStatus: number;
      readonly requests: number;
    };

/** What it says: first its port, then one number a question, in microseconds. */
export type Reply = { readonly value: number } | { readonly failure: string };

// Run as the process of one variant, so that none profits from code that another made hot.
const [adapter, variant] = process.argv.slice(2) as [AdapterName, VariantName];
const reply = (message: Reply) => process.send?.(message);

async function serve(): Promise<void> {
  const server = await startApp(adapter, variant);
  // Node closes a connection that is idle for a minute before its first request.
  let client: InProcessClient | undefined;
  let clients = 0;
  const answer = async (question: Question): Promise<number> => {
    if (question.ask === 'in-process') {
      const { scenario, expectedStatus, requests } = question;
      const texts = requestTexts(scenario, clients, requests);
      clients += requests;
      client ??= new InProcessClient(server);
      const first = await client.request(texts[0]!);
      if (!first.startsWith(`HTTP/1.1 ${expectedStatus} `)) throw new Error(first);
      return microsecondsPerRequest(client, texts);
    }
    const { user, system } = process.cpuUsage();
    return user + system;
  };
  process.on('message', (question: Question) => {
    answer(question).then(
      (value) => reply({ value }),
      (error: unknown) => reply({ failure: String(error) }),
    );
  });
  reply({ value: (server.address() as AddressInfo).port });
}

void serve();
