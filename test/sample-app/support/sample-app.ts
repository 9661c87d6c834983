import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Answer, request, type RequestInit } from '../../support/request';

const ROOT = join(__dirname, '../../..');
const MAIN = join(ROOT, 'sample-app/dist/main.js');
const READY = /Listening on (http:\S+)/;

/** A request to the sample app: JSON, with a bearer token where one is given. */
export interface SampleRequest extends RequestInit {
  readonly token?: string;
}

/** The built sample app, running as its own process. */
export class SampleApp {
  static async start(environment: Record<string, string>): Promise<SampleApp> {
    if (!existsSync(MAIN)) throw new Error('The sample app is not built: npm run build');
    const child = spawn(process.execPath, [MAIN], {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1', PORT: '0', HOST: '127.0.0.1', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const app = new SampleApp(child);
    app.#url = await app.#ready();
    return app;
  }

  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  #log = '';
  #url = '';

  private constructor(child: ChildProcessByStdio<null, Readable, Readable>) {
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (this.#log += text));
    }
  }

  /** All that it printed so far. */
  get log(): string {
    return this.#log;
  }

  get url(): string {
    return this.#url;
  }

  send(path: string, { token, headers, ...init }: SampleRequest = {}): Promise<Answer> {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    return request(`${this.#url}${path}`, { ...init, headers: { ...authorization, ...headers } });
  }

  /** Sends to Engagifii Events, with the headers that every call names. */
  sendEvent(path: string, { headers, ...init }: SampleRequest = {}): Promise<Answer> {
    const required = { 'api-version': '1.0', 'tenant-code': 'acme' };
    return this.send(`/api/1.0${path}`, { ...init, headers: { ...required, ...headers } });
  }

  /** Asks it to end as a deployment does, and tells how it ended. */
  async stop(): Promise<{ code: number | null; signal: string | null }> {
    const ended = once(this.#child, 'exit');
    if (this.#child.exitCode === null) this.#child.kill('SIGTERM');
    const [code, signal] = (await ended) as [number | null, string | null];
    return { code, signal };
  }

  #ready(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#child.stdout.on('data', () => {
        const url = READY.exec(this.#log)?.[1];
        if (url !== undefined) resolve(url);
      });
      this.#child.once('exit', () => reject(new Error(`The sample app ended:\n${this.#log}`)));
    });
  }
}
