import { defineErrors } from './define-errors';
import { ACCESS_ERRORS } from './standard/access-errors';
import { REQUEST_ERRORS } from './standard/request-errors';
import { RESOURCE_ERRORS } from './standard/resource-errors';
import { SERVER_ERRORS } from './standard/server-errors';
import { VALIDATION_ERRORS } from './standard/validation-errors';

/** Every built-in code; texts follow the guide of each format where the two differ. */
export const StandardErrors = defineErrors({
  ...REQUEST_ERRORS,
  ...ACCESS_ERRORS,
  ...RESOURCE_ERRORS,
  ...VALIDATION_ERRORS,
  ...SERVER_ERRORS,
});

/** A built-in code. */
export type StandardErrorCode = keyof typeof StandardErrors;
