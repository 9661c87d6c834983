import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../servers/free-port';
import { retryStart } from '../servers/retry-start';
import { findRedis } from './find-redis';

/** A server of one's own on a free port of the loopback, which keeps nothing on disk. */
export class RedisServer {
  /**
   * @param args more arguments for the program, such as `--cluster-enabled yes`
   * @param lines of its configuration file, which sentinels also write to
   */
  static async start(
    args: readonly string[] = [],
    lines: readonly string[] = [],
  ): Promise<RedisServer> {
    return retryStart(async () => {
      const server = new RedisServer(await freePort(), args);
      writeFileSync(server.#configuration, `${lines.join('\n')}\n`);
      try {
        await server.restart();
      } catch (failure) {
        await server.stop();
        throw failure;
      }
      return server;
    });
  }

  readonly #folder = mkdtempSync(join(tmpdir(), 'redis-'));
  readonly #configuration = join(this.#folder, 'redis.conf');
  #child: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly args: readonly string[],
  ) {}

  /** Starts it again on the port that it had, with nothing in it. */
  async restart(): Promise<void> {
    await this.kill();
    const basics = ['--port', `${this.port}`, '--bind', '127.0.0.1', '--save', ''];
    const args = [this.#configuration, ...basics, ...this.args];
    const child = spawn(findRedis() as string, args, {
      cwd: this.#folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.#child = child;
    await untilReady(child);
  }

  /** Ends it as a crash does. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** Connections stay open, but nobody answers. */
  pause(): void {
    this.#child?.kill('SIGSTOP');
  }

  resume(): void {
    this.#child?.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function untilReady(child: ChildProcess): Promise<void> {
  let log = '';
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (/Ready to accept connections|monitor master/.test(log)) resolve();
    });
    child.once('close', () => reject(new Error(`The server ended:\n${log}`)));
  });
}
