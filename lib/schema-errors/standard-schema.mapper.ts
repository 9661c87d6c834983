import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { readMember, readText } from '../thrown/read-member';
import { refuseIssues } from './refuse-issues';

/**
 * Standard Schema's own `SchemaError`, and the result of a validation, thrown as it came. Any
 * JSON could look like the latter: its texts are shown of fields that are in the request alone.
 */
export const standardSchemaMapper: ErrorMapper = (thrown, context) => {
  const isError = isThrownError(thrown);
  if (isError && readText(thrown, 'name') !== 'SchemaError') return undefined;
  const issues = readMember(thrown, 'issues');
  return refuseIssues({ vendor: '', issues, thrown, isVouchedFor: isError }, context);
};
