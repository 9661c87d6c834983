import { FieldErrorList } from '../field-errors/field-error-list';
import type { FieldRoot } from '../field-errors/field-root';
import { refuse } from '../refuse';
import { answerOf } from '../refused';
import type { ResolvedValidationOptions } from '../validation.options';
import { addIssues } from './add-issues';
import type { SchemaResult, StandardSchema } from './standard-schema';

/**
 * Validates a value with its schema and returns the schema's output, or Refused; a promise only
 * where the schema itself is asynchronous.
 */
export function checkSchema(
  value: unknown,
  { schema, root }: { readonly schema: StandardSchema; readonly root: FieldRoot },
  options: ResolvedValidationOptions,
): unknown {
  const { vendor } = schema['~standard'];
  const settle = (result: SchemaResult): unknown => {
    if (!result.issues) return result.value;
    const list = new FieldErrorList(options);
    addIssues({ vendor, issues: result.issues, value, root }, list);
    return refuse(list.toFields(root.location), options);
  };
  const outcome = schema['~standard'].validate(value);
  return isPromise(outcome) ? outcome.then((result) => answerOf(settle(result))) : settle(outcome);
}

/** Also one of another realm, or of a library's own. */
function isPromise(
  outcome: SchemaResult | Promise<SchemaResult>,
): outcome is Promise<SchemaResult> {
  return typeof (outcome as { readonly then?: unknown }).then === 'function';
}
