import type { ClassRegistry } from '../class-registry';
import type { ExecutionOptions } from '../execute/execution';
import { isCertain } from './is-certain';

/** What becomes of members without rules: kept, left out, or kept and told. */
export type UnknownMembers = 'keep' | 'drop' | 'tell';

/** Leaving members out is up to class-validator where code of the application could see them. */
export function unknownOf(
  target: Function,
  parts: { readonly classes: ClassRegistry; readonly execution: ExecutionOptions },
): UnknownMembers {
  const { whitelist, forbidNonWhitelisted } = parts.execution;
  if (!whitelist || !isCertain(target, parts)) return 'keep';
  return forbidNonWhitelisted ? 'tell' : 'drop';
}

/** class-validator leaves nested objects alone whose property has failed already. */
export function unknownInNested(
  unknown: UnknownMembers,
  { stopAtFirstError }: ExecutionOptions,
): UnknownMembers {
  return unknown === 'drop' && stopAtFirstError ? 'tell' : unknown;
}
