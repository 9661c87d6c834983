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
  readonly #ended: Promise<never>;

  constructor(readonly name: ContestantName) {
    this.#child = fork(join(__dirname, 'contestant.js'));
    this.#ended = once(this.#child, 'exit').then(([code]) => {
      throw new Error(`${name}: its process ended with code ${String(code)}.`);
    });
    // It ends in stop(), when nobody waits for an answer any more.
    this.#ended.catch(() => undefined);
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
    this.#child.send(question);
    const [reply] = await Promise.race([answered, this.#ended]);
    if ('failure' in reply) throw new Error(`${this.name}: ${reply.failure}`);
    return reply.value;
  }
}
