import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { copy } from './compare/copy';
import { restartCounts } from './program/build-classes';
import { type UserCall, userCalls } from './user-code';

/** What an exception factory is handed: class-validator's own tree. */
export class RefusedTree {
  constructor(readonly errors: readonly unknown[]) {}
}

/** All that can be seen of one run of a pipe. */
export interface Outcome {
  readonly result: 'accepted' | 'refused' | 'threw';
  /** The instance, the errors, or what tells of the exception. */
  readonly value: unknown;
  /** Functions of the application that ran, in order, with what they were given. */
  readonly calls: readonly UserCall[];
  /** The payload as the run left it, if it came to an end. */
  readonly payload: unknown;
}

/** Runs a pipe on a payload that is its own. */
export async function outcomeOf(
  pipe: PipeTransform,
  payload: unknown,
  argument: ArgumentMetadata,
): Promise<Outcome> {
  userCalls.length = 0;
  restartCounts();
  const tell = (result: Outcome['result'], value: unknown): Outcome => ({
    result,
    value,
    calls: userCalls.splice(0),
    payload: result === 'threw' ? undefined : payload,
  });
  try {
    // In a list, lest a property "then" is taken for that of a promise.
    const value: unknown = pipe.transform(payload, argument);
    return tell('accepted', value instanceof Promise ? await value : value);
  } catch (thrown) {
    if (thrown instanceof RefusedTree) return tell('refused', thrown.errors);
    // Field errors are data: which of them share an object is nobody's affair.
    if (isValidationException(thrown))
      return tell(
        'refused',
        thrown.fields.map((it) => copy(it)),
      );
    return tell('threw', describe(thrown));
  }
}

function isValidationException(thrown: unknown): thrown is { readonly fields: readonly unknown[] } {
  return (
    typeof thrown === 'object' && thrown !== null && 'fields' in thrown && 'getStatus' in thrown
  );
}

/** Stacks differ, as they should. */
function describe(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return thrown;
  return { name: thrown.name, message: thrown.message };
}
