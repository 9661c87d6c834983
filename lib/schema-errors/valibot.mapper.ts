import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { readMember, readText } from '../thrown/read-member';
import { refuseIssues } from './refuse-issues';

/** valibot: what `parse()` throws. */
export const valibotMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown) || readText(thrown, 'name') !== 'ValiError') return undefined;
  return refuseIssues({ vendor: 'valibot', issues: readMember(thrown, 'issues'), thrown }, context);
};
