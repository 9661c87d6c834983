import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { readMember, readText } from '../thrown/read-member';
import { refuseIssues } from './refuse-issues';

const NAMES = new Set(['ZodError', '$ZodError']);

/**
 * zod 3 and 4, and zod/mini: what `parse()` throws. What a handler checks is as a rule the
 * request; where it is anything else (an upstream's answer, its own output), catch it there.
 */
export const zodMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown) || !NAMES.has(readText(thrown, 'name') ?? '')) return undefined;
  return refuseIssues({ vendor: 'zod', issues: readMember(thrown, 'issues'), thrown }, context);
};
