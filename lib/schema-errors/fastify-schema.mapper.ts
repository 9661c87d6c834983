import { ValidationException } from '../catalog/validation-exception';
import type { ErrorMapper } from '../record/error-mapper';
import type { FieldError, FieldLocation } from '../record/field-error';
import { isThrownError } from '../thrown/is-thrown-error';
import { readMember, readText } from '../thrown/read-member';
import type { FieldCode } from '../validation/field-code';

const LOCATIONS: Readonly<Record<string, FieldLocation>> = {
  body: 'body',
  querystring: 'query',
  params: 'path',
  headers: 'header',
};

/** Keywords of JSON Schema, as ajv names them. */
const CODES: Readonly<Record<string, FieldCode>> = {
  required: 'VALIDATION_REQUIRED_FIELD',
  additionalProperties: 'VALIDATION_UNKNOWN_FIELD',
  unevaluatedProperties: 'VALIDATION_UNKNOWN_FIELD',
  type: 'VALIDATION_INVALID_TYPE',
  enum: 'VALIDATION_INVALID_VALUE',
  const: 'VALIDATION_INVALID_VALUE',
  format: 'VALIDATION_INVALID_FORMAT',
  pattern: 'VALIDATION_INVALID_FORMAT',
  multipleOf: 'VALIDATION_OUT_OF_RANGE',
};

const MAX_ERRORS = 100;

/** The JSON schemas of Fastify's routes (`@RouteSchema()`), checked by ajv. */
export const fastifySchemaMapper: ErrorMapper = (thrown) => {
  if (!isThrownError(thrown) || readText(thrown, 'code') !== 'FST_ERR_VALIDATION') return undefined;
  const errors = [readMember(thrown, 'validation') ?? []].flat();
  const context = readText(thrown, 'validationContext') ?? '';
  const location = LOCATIONS[context] ?? 'body';
  const fields = errors.slice(0, MAX_ERRORS).map((error) => toFieldError(error, location));
  return new ValidationException(fields, { cause: thrown });
};

function toFieldError(error: unknown, location: FieldLocation): FieldError {
  const keyword = readText(error, 'keyword') ?? 'schema';
  const params = readMember(error, 'params');
  const property = readText(params, 'missingProperty') ?? readText(params, 'additionalProperty');
  const path = [...toPath(readText(error, 'instancePath') ?? ''), ...(property ? [property] : [])];
  const told = { path, location, rule: keyword, params: {}, code: codeOf(keyword) };
  if (keyword === 'required') return { ...told, message: 'must not be null', isMissing: true };
  if (told.code === 'VALIDATION_UNKNOWN_FIELD') {
    return { ...told, message: 'is not an allowed field' };
  }
  return { ...told, message: readText(error, 'message') ?? 'is invalid' };
}

function codeOf(keyword: string): FieldCode {
  const known = Object.hasOwn(CODES, keyword) ? CODES[keyword] : undefined;
  const isBound = /^(?:exclusive)?(?:min|max)/i.test(keyword);
  return known ?? (isBound ? 'VALIDATION_OUT_OF_RANGE' : 'VALIDATION_INVALID');
}

/** A JSON Pointer; an index of an array is a number. */
function toPath(pointer: string): FieldError['path'] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^(?:0|[1-9]\d{0,8})$/.test(step) ? Number(step) : step));
}
