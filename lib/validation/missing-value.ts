import type { FieldError } from '../record/field-error';
import { stringRules } from './rules/string-rules';
import { EACH, ruleText } from './rules/rule-text';
import { ruleDefinition } from './rules/rule-table';

/**
 * The one error of a property, for formats that show one: a missing value is a required field,
 * whatever else failed; of a value that is there, the first error by rank.
 * @param fields all errors of one property, at least one
 */
export function collapseField(fields: readonly FieldError[]): FieldError {
  const [first] = fields;
  if (first === undefined) throw new RangeError('collapseField needs at least one error.');
  return fields.some(({ isMissing }) => isMissing) ? requiredField(fields, first) : withSize(first);
}

function requiredField(fields: readonly FieldError[], first: FieldError): FieldError {
  const required = fields.filter(({ code }) => code === 'VALIDATION_REQUIRED_FIELD');
  const authored = required.find(({ isAuthored }) => isAuthored);
  if (authored) return authored;
  const { path, location, label } = first;
  const isText = fields.some(isAboutText);
  return {
    path,
    location,
    rule: required[0]?.rule ?? (isText ? 'isNotBlank' : 'isDefined'),
    code: 'VALIDATION_REQUIRED_FIELD',
    params: {},
    message: isText ? 'must not be blank' : 'must not be null',
    ...(label !== undefined && { label }),
    isMissing: true,
  };
}

const TEXT_RULES = new Set(['isString', 'isNotEmpty', 'isNotBlank', ...Object.keys(stringRules)]);

/** Rules of elements say that the value is a list, not that it is a text. */
function isAboutText({ rule, message }: FieldError): boolean {
  if (message.startsWith(EACH)) return false;
  return TEXT_RULES.has(rule) || ruleDefinition(rule)?.code === 'VALIDATION_INVALID_FORMAT';
}

/** Both bounds of a length make one text, whichever was broken. */
function withSize(field: FieldError): FieldError {
  const { rule, params, message, isAuthored } = field;
  const isBound = rule === 'minLength' || rule === 'maxLength';
  if (!isBound || isAuthored === true || !('min' in params && 'max' in params)) return field;
  const text = ruleText(stringRules.isLength, params) ?? message;
  return { ...field, message: message.startsWith(EACH) ? `${EACH}${text}` : text };
}
