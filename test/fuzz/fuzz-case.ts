import type { ArgumentMetadata } from '@nestjs/common';
import type { ValidationOptions } from '../../lib/validation/validation.options';
import { copy } from './compare/copy';
import { firstDifference } from './compare/first-difference';
import type { Contestants } from './contestants';
import { type Outcome, outcomeOf } from './outcome';
import { buildClasses, decorateLate } from './program/build-classes';
import type { Classes } from './program/decorate';
import { forgetClasses } from './program/forget-classes';
import { type Program, rootOf } from './program/program';

/** One payload for one program under one set of options. */
export interface FuzzCase {
  readonly program: Program;
  readonly options: ValidationOptions;
  readonly payload: unknown;
  /** Whether the decorators that come late are there. */
  readonly isLate: boolean;
}

type Pipes = { readonly [Name in keyof Contestants]: ReturnType<Contestants[Name]> };

export function startPipes({ oracle, subject }: Contestants, options: ValidationOptions): Pipes {
  return { oracle: oracle(options), subject: subject(options) };
}

/** The payload with which a class is planned, and what it is validated with thereafter. */
export type Use = 'first' | 'later';

/** What both make of a payload: each gets one of its own, and the oracle speaks first. */
export async function compare(
  pipes: Pipes,
  classes: Classes,
  { program, payload, use }: Pick<FuzzCase, 'program' | 'payload'> & { readonly use: Use },
): Promise<{ expected: Outcome; difference: string | undefined }> {
  const metatype = classes.get(rootOf(program).name) as NonNullable<ArgumentMetadata['metatype']>;
  const argument: ArgumentMetadata = { type: 'body', metatype };
  const expected = await outcomeOf(pipes.oracle, copy(payload, classes), argument);
  const actual = await outcomeOf(pipes.subject, copy(payload, classes), argument);
  // A plan may ask a rule that bears a built-in's name for its text, once.
  const seen = use === 'first' ? { ...actual, calls: expected.calls } : actual;
  return { expected, difference: firstDifference(expected, seen) };
}

/** Runs a case by itself, with classes and pipes that nothing was validated with before. */
export async function runAlone(
  contestants: Contestants,
  fuzzCase: FuzzCase,
): Promise<string | undefined> {
  const { program, options, isLate } = fuzzCase;
  const classes = buildClasses(program);
  try {
    const pipes = startPipes(contestants, options);
    const run = async (use: Use) =>
      (await compare(pipes, classes, { ...fuzzCase, use })).difference;
    const before = isLate ? ((await run('first')) ?? (await run('later'))) : undefined;
    if (before !== undefined) return before;
    if (isLate) decorateLate(program, classes);
    return (await run('first')) ?? (await run('later'));
  } finally {
    forgetClasses(classes);
  }
}
