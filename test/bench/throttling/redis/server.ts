import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** A server of the bench's own, on a free port of the loopback, which keeps nothing on disk. */
export async function startRedis(): Promise<{ port: number; stop: () => void }> {
  const port = await freePort();
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', ''];
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await Promise.race([untilReady(child), failure(child)]);
  return { port, stop: () => child.kill() };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.stdout?.on('data', (text: Buffer) => {
      if (text.includes('Ready to accept connections')) resolve();
    });
  });
}

async function failure(child: ChildProcess): Promise<never> {
  const [reason] = (await Promise.race([once(child, 'error'), once(child, 'exit')])) as [unknown];
  throw new Error(`The bench needs redis-server, which did not start: ${String(reason)}`);
}
