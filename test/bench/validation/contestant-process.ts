import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Question, Reply } from './contestant';
import type { ContestantName } from './contestants';
import type { Row } from './rows';

/** A contestant in a process of its own. */
export class ContestantProcess {
  readonly samples: number[] = [];
  readonly #child: ChildProcess;

  constructor(readonly name: ContestantName) {
    this.#child = fork(join(__dirname, 'contestant.js'));
  }

  async prepare(row: Row, milliseconds: number): Promise<void> {
    await this.#ask({ ask: 'prepare', name: this.name, row, milliseconds });
  }

  async sample(): Promise<void> {
    this.samples.push(await this.#ask({ ask: 'sample' }));
  }

  stop(): void {
    this.#child.kill();
  }

  async #ask(question: Question): Promise<number> {
    const answered = once(this.#child, 'message') as Promise<[Reply]>;
    const ended = once(this.#child, 'exit').then(([code]) => {
      throw new Error(`${this.name}: its process ended with code ${String(code)}.`);
    });
    // It ends in stop(), when nobody waits for an answer any more.
    ended.catch(() => undefined);
    this.#child.send(question);
    const [reply] = await Promise.race([answered, ended]);
    if ('failure' in reply) throw new Error(`${this.name}: ${reply.failure}`);
    return reply.value;
  }
}
