import {
  type Client,
  credentials,
  makeGenericClientConstructor,
  Metadata,
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import { afterAll, beforeAll } from 'vitest';
import { CANARY } from './failure-row';

const text = { to: (value: string) => Buffer.from(value), from: (bytes: Buffer) => String(bytes) };

/** A service written by hand: one method, text to text. */
const definition: ServiceDefinition = {
  fail: {
    path: '/test.Dependency/Fail',
    requestStream: false,
    responseStream: false,
    requestSerialize: text.to,
    requestDeserialize: text.from,
    responseSerialize: text.to,
    responseDeserialize: text.from,
  },
};

interface FailCall {
  fail(code: string, options: object, done: (error: ServiceError | null) => void): void;
}

const Dependency = makeGenericClientConstructor(definition, 'Dependency');
const opened: Client[] = [];
let address = '';

/** Asks the service for a status, as a handler would; 'hang' is never answered. */
export function callGrpc(code: keyof typeof status | 'hang', to = address): Promise<void> {
  const client = new Dependency(to, credentials.createInsecure());
  opened.push(client);
  const deadline = Date.now() + (code === 'hang' ? 100 : 5_000);
  return new Promise((resolve, reject) => {
    (client as unknown as FailCall).fail(code, { deadline }, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}

/** Starts the service for the tests of a file. */
export function useGrpcDependency(): void {
  const server = new Server();
  server.addService(definition, {
    fail({ request }: { request: keyof typeof status | 'hang' }, done: (error: object) => void) {
      if (request === 'hang') return;
      const metadata = new Metadata();
      metadata.set('x-internal', CANARY);
      done({ code: status[request], details: CANARY, metadata });
    },
  });
  beforeAll(async () => {
    const credentialsOfServer = ServerCredentials.createInsecure();
    address = await new Promise((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', credentialsOfServer, (error, port) =>
        error ? reject(error) : resolve(`127.0.0.1:${port}`),
      );
    });
  });
  afterAll(() => {
    for (const client of opened.splice(0)) client.close();
    server.forceShutdown();
  });
}
