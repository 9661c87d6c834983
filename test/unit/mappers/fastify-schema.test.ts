import { expect, it } from 'vitest';
import type { ValidationException } from '../../../lib/catalog/validation-exception';
import { fastifySchemaMapper } from '../../../lib/schema-errors/fastify-schema.mapper';
import { mapperContext } from './mapper-context';

const KEYWORDS = [
  ['required', 'VALIDATION_REQUIRED_FIELD'],
  ['additionalProperties', 'VALIDATION_UNKNOWN_FIELD'],
  ['unevaluatedProperties', 'VALIDATION_UNKNOWN_FIELD'],
  ['type', 'VALIDATION_INVALID_TYPE'],
  ['enum', 'VALIDATION_INVALID_VALUE'],
  ['const', 'VALIDATION_INVALID_VALUE'],
  ['format', 'VALIDATION_INVALID_FORMAT'],
  ['pattern', 'VALIDATION_INVALID_FORMAT'],
  ['multipleOf', 'VALIDATION_OUT_OF_RANGE'],
  ['minimum', 'VALIDATION_OUT_OF_RANGE'],
  ['exclusiveMaximum', 'VALIDATION_OUT_OF_RANGE'],
  ['maxItems', 'VALIDATION_OUT_OF_RANGE'],
  ['minLength', 'VALIDATION_OUT_OF_RANGE'],
  ['not', 'VALIDATION_INVALID'],
  ['toString', 'VALIDATION_INVALID'],
] as const;

it.each(KEYWORDS)('the keyword %s of JSON Schema is %s', (keyword, code) => {
  const thrown = Object.assign(new Error('x'), {
    code: 'FST_ERR_VALIDATION',
    validationContext: 'querystring',
    validation: [{ keyword, instancePath: '/a~1b/0', params: {}, message: 'must be so' }],
  });
  const { fields } = fastifySchemaMapper(thrown, mapperContext()) as ValidationException;
  expect(fields).toEqual([
    expect.objectContaining({ path: ['a/b', 0], location: 'query', rule: keyword, code }),
  ]);
});
