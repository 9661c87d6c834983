import type { ErrorMapper } from '../record/error-mapper';
import { readMember } from '../thrown/read-member';
import { refuseIssues } from './refuse-issues';

/** arktype: what `assert()` throws, or the errors that a type returned, thrown by hand. */
export const arktypeMapper: ErrorMapper = (thrown, context) => {
  const errors = readMember(thrown, 'arkErrors') ?? thrown;
  if (readMember(errors, ' arkKind') !== 'errors') return undefined;
  return refuseIssues({ vendor: 'arktype', issues: errors, thrown }, context);
};
