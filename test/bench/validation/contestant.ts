import 'reflect-metadata';
import { contestantFor, type ContestantName } from './contestants';
import { type Measured, prepare } from './measure';
import { bodies } from './orders';
import { registerDtos } from './register-dtos';
import type { Row } from './rows';

/** What the process of a contestant is asked: to get ready first, then for samples. */
export type Question =
  | {
      readonly ask: 'prepare';
      readonly name: ContestantName;
      readonly row: Row;
      readonly milliseconds: number;
    }
  | { readonly ask: 'sample' };

/** What it says: a number of microseconds, 0 when it is ready. */
export type Reply = { readonly value: number } | { readonly failure: string };

// Run as the process of one contestant in one row: none profits, or suffers, from another's code.
let measured: Measured | undefined;

async function answer(question: Question): Promise<number> {
  if (question.ask === 'sample') {
    if (measured === undefined) throw new Error('Nothing was prepared.');
    return measured.sample();
  }
  const { name, row, milliseconds } = question;
  registerDtos(row.others);
  const body = { body: bodies[row.shape][row.kind], isValid: row.kind === 'valid' };
  measured = await prepare(contestantFor(name, row.shape), body, milliseconds);
  return 0;
}

process.on('message', (question: Question) => {
  const reply = (message: Reply) => process.send?.(message);
  answer(question).then(
    (value) => reply({ value }),
    (error: unknown) => reply({ failure: String(error) }),
  );
});
