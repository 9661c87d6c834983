import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../support/servers/free-port';
import type { Consumer } from './scaffold';

/** A consumer that listens. */
export interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the compiled application as its own `npm run start:prod` does. */
export async function serve({ folder }: Consumer): Promise<Served> {
  // The scaffold reads PORT and does not say which one it got: 0 would not do.
  const port = await freePort();
  const app = spawn(process.execPath, ['dist/main'], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(app, 'exit');
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const read = (text: Buffer) => {
      output += text.toString();
      if (output.includes('successfully started')) resolve();
    };
    app.stdout.on('data', read);
    app.stderr.on('data', read);
    void ended.then(() => reject(new Error(`The consumer did not start:\n${output}`)));
  });
  const stop = async () => {
    app.kill();
    await ended;
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}
