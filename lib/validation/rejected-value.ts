import type { FieldError, FieldLocation } from '../record/field-error';
import type { CopyLimits } from '../redaction/copy-within';
import type { Redactor } from '../redaction/redactor';
import { readMember } from '../thrown/read-member';
import { followPath } from './standard-schema/follow-path';

/** Of one value: an answer lists a hundred. */
const LIMITS: CopyLimits = { maxDepth: 3, maxMembers: 20, maxLength: 200 };

/** Where Express and Fastify alike keep what was sent; files and cookies are not shown. */
const PARTS: Readonly<Partial<Record<FieldLocation, string>>> = {
  body: 'body',
  query: 'query',
  path: 'params',
  header: 'headers',
};

/** The fields with the values that the request sent for them, secrets taken out and cut short. */
export function withRejectedValues(
  fields: readonly FieldError[],
  request: unknown,
  redactor: Redactor,
): readonly FieldError[] {
  return fields.map((field) => {
    const part = PARTS[field.location];
    if (part === undefined) return field;
    const { found } = followPath(readMember(request, part), field.path);
    if (found === undefined) return field;
    const isSecret = field.path.some((name) => redactor.isSecretKey(String(name)));
    return { ...field, value: isSecret ? redactor.replacement : show(found, redactor) };
  });
}

function show(value: unknown, redactor: Redactor): unknown {
  return readMember(redactor.details({ value }, LIMITS), 'value');
}
