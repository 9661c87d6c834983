import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { load } from './load';
import type { Scenario } from './scenario';
import type { Question, Reply } from './server';
import { variants } from './variant';
import type { AdapterName, VariantName } from './variant';

/** What one variant came to under load over loopback in one round. */
export interface LoadSample {
  readonly requestsPerSecond: number;
  /** Processor time of the server per request: other processes do not count. */
  readonly microseconds: number;
}

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
    started.#port = await started.#nextValue();
    return started;
  }

  async load(scenario: Scenario, seconds: number): Promise<LoadSample> {
    const before = await this.#ask({ ask: 'processor-time' });
    const loaded = await load(this.#port, scenario, this.#expectedStatus(scenario), seconds);
    const after = await this.#ask({ ask: 'processor-time' });
    return {
      requestsPerSecond: loaded.requests / loaded.seconds,
      microseconds: (after - before) / loaded.requests,
    };
  }

  /** Microseconds of processor time per request without a socket. */
  inProcess(scenario: Scenario, requests: number): Promise<number> {
    const expectedStatus = this.#expectedStatus(scenario);
    return this.#ask({ ask: 'in-process', scenario, expectedStatus, requests });
  }

  stop(): void {
    this.#child.kill();
  }

  #expectedStatus(scenario: Scenario): number {
    return variants[this.name].validates ? scenario.status : scenario.statusUnvalidated;
  }

  #ask(question: Question): Promise<number> {
    this.#child.send(question);
    return this.#nextValue();
  }

  async #nextValue(): Promise<number> {
    const [reply] = (await Promise.race([once(this.#child, 'message'), this.#exit])) as [Reply];
    if ('failure' in reply) throw new Error(`${this.name}: ${reply.failure}`);
    return reply.value;
  }
}
