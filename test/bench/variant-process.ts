import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { load } from './load';
import type { Scenario } from './scenario';
import type { InjectCommand, ServerMessage } from './server';
import { variants } from './variant';
import type { AdapterName, VariantName } from './variant';

/** A variant that serves in a process of its own. */
export class VariantProcess {
  readonly name: VariantName;
  readonly #child: ChildProcess;
  readonly #exit: Promise<never>;
  #port = 0;

  private constructor(adapter: AdapterName, name: VariantName) {
    const env = { ...process.env, NODE_ENV: 'production' };
    this.name = name;
    this.#child = fork(join(__dirname, 'server.js'), [adapter, name], { env });
    this.#exit = once(this.#child, 'exit').then(([code]) => {
      throw new Error(`The process of ${adapter} ${name} ended with code ${String(code)}.`);
    });
    // It ends by itself in stop(), when nobody waits for a message any more.
    this.#exit.catch(() => undefined);
  }

  static async start(adapter: AdapterName, name: VariantName): Promise<VariantProcess> {
    const started = new VariantProcess(adapter, name);
    started.#port = (await started.#nextMessage<{ port: number }>()).port;
    return started;
  }

  /** @returns requests per second over loopback */
  async load(scenario: Scenario, seconds: number): Promise<number> {
    try {
      return await load(this.#port, scenario, this.#expectedStatus(scenario), seconds);
    } catch (cause) {
      throw new Error(`${this.name}: ${String(cause)}`, { cause });
    }
  }

  /** @returns microseconds per request without a socket */
  async inject(scenario: Scenario, requests: number): Promise<number> {
    const expectedStatus = this.#expectedStatus(scenario);
    this.#child.send({ scenario, expectedStatus, requests } satisfies InjectCommand);
    return (await this.#nextMessage<{ microseconds: number }>()).microseconds;
  }

  stop(): void {
    this.#child.kill();
  }

  #expectedStatus(scenario: Scenario): number {
    return variants[this.name].validates ? scenario.status : scenario.statusUnvalidated;
  }

  async #nextMessage<Expected extends ServerMessage>(): Promise<Expected> {
    const answer = once(this.#child, 'message');
    const [message] = (await Promise.race([answer, this.#exit])) as [ServerMessage];
    if ('failure' in message) throw new Error(message.failure);
    return message as Expected;
  }
}
