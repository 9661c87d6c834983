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
    if (isValidationException(thrown)) return tell('refused', thrown.fields.map(asData));
    // A rule threw while another one's promise was pending: its message is made all the same.
    await new Promise(setImmediate);
    // How deep endless recursion gets depends on the size of frames.
    if (isExhaustedStack(thrown)) userCalls.length = 0;
    return tell('threw', describe(thrown));
  }
}

function isValidationException(thrown: unknown): thrown is { readonly fields: readonly object[] } {
  return (
    typeof thrown === 'object' && thrown !== null && 'fields' in thrown && 'getStatus' in thrown
  );
}

/**
 * Field errors are data: the order of their members, and what they share, is nobody's affair.
 * validator.js adds its defaults to a decorator's own options, whenever it first reads them.
 */
function asData(field: object): unknown {
  const { params, ...members } = field as { readonly params?: { readonly options?: unknown } };
  const { options: _, ...stable } = params ?? {};
  const sorted = Object.entries(members).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return copy({ ...Object.fromEntries(sorted), params: stable });
}

/** A getter of the application that makes an instance of its own class leads nowhere else. */
function isExhaustedStack(thrown: unknown): boolean {
  return thrown instanceof RangeError && thrown.message === 'Maximum call stack size exceeded';
}

/** Stacks differ, as they should. */
function describe(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return thrown;
  return { name: thrown.name, message: thrown.message };
}
