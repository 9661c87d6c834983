import type { ValidationError } from '@nestjs/common';
import type { BrokenProperty } from '../execute/broken-property';

/** How class-validator's errors are made: its class, and what they hold beside texts. */
export interface ErrorTreeOptions {
  readonly ValidationError: new () => ValidationError;
  readonly hasTarget: boolean;
  readonly hasValue: boolean;
}

/** What is broken → class-validator's own tree of errors, key by key. */
export function toErrorTree(
  broken: readonly BrokenProperty[],
  options: ErrorTreeOptions,
): ValidationError[] {
  return broken.flatMap((property) => toError(property, options) ?? []);
}

function toError(broken: BrokenProperty, options: ErrorTreeOptions): ValidationError | undefined {
  const children = broken.children && toErrorTree(broken.children, options);
  if (broken.rules.length === 0 && children?.length === 0) return undefined;
  const error = new options.ValidationError() as unknown as Record<string, unknown>;
  if (options.hasTarget) error['target'] = broken.owner;
  // Of a whole object, the value is always there, and undefined.
  if (options.hasValue || broken.name === undefined) error['value'] = broken.value;
  error['property'] = broken.name;
  error['children'] = children;
  if (broken.rules.length > 0) {
    error['constraints'] = Object.fromEntries(broken.rules.map(({ key, text }) => [key, text]));
  }
  if (broken.contexts) error['contexts'] = broken.contexts;
  return error as unknown as ValidationError;
}
