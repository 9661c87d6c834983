import { BadRequestException, HttpException, PayloadTooLargeException } from '@nestjs/common';
import { MulterError } from 'multer';
import { describe, expect, it } from 'vitest';
import { ValidationException } from '../../../lib/catalog/validation-exception';
import type { ErrorRecord } from '../../../lib/record/error-record';
import { UPLOAD_MAPPERS } from '../../../lib/uploads/upload-mappers';
import { mapperContext } from './mapper-context';

const form = mapperContext({ request: { headers: { 'content-type': 'multipart/form-data' } } });

function map(thrown: unknown, context = form): ErrorRecord | ValidationException | undefined {
  for (const mapper of UPLOAD_MAPPERS) {
    const mapped = mapper(thrown, context);
    if (mapped) return mapped as ErrorRecord | ValidationException;
  }
  return undefined;
}

const LIMITS = [
  ['LIMIT_PART_COUNT', 'parts'],
  ['LIMIT_FILE_SIZE', 'fileSize'],
  ['LIMIT_FILE_COUNT', 'files'],
  ['LIMIT_FIELD_COUNT', 'fields'],
  ['LIMIT_FIELD_VALUE', 'fieldSize'],
] as const;

const MALFORMED = [
  'LIMIT_FIELD_KEY',
  'LIMIT_FIELD_NESTING',
  'LIMIT_FIELD_ARRAY_INDEX',
  'INVALID_FIELD_NAME',
  'MISSING_FIELD_NAME',
] as const;

type Wrap = (error: MulterError) => Error;

/** As Nest 12 wraps what multer throws, and as Nest 11 and Nest 12 on Fastify copy its text. */
function wrapWith(options: (error: MulterError) => object): Wrap {
  return (error) => {
    if (error.code === 'LIMIT_FILE_SIZE') {
      return new PayloadTooLargeException(error.message, options(error));
    }
    const text = error.field ? `${error.message} - ${error.field}` : error.message;
    return new BadRequestException(text, options(error));
  };
}

describe.each<[string, Wrap]>([
  ['as multer throws it', (error) => error],
  ['as Nest 12 wraps it', wrapWith((cause) => ({ cause }))],
  ['as Nest 11 copies it', wrapWith(() => ({}))],
])('A failure of a form, %s,', (how, wrap) => {
  const isField = !how.includes('11');

  it.each(LIMITS)('is too large where it is %s', (code, limit) => {
    const isTold = isField || code !== 'LIMIT_FILE_SIZE';

    expect(map(wrap(new MulterError(code, 'avatar')))).toMatchObject({
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
      details: isTold ? { limit, field: 'avatar' } : { limit },
    });
  });

  it.each(MALFORMED)('is malformed where it is %s', (code) => {
    const error = new MulterError(code, 'avatar');

    expect(map(wrap(error))).toMatchObject({ status: 400, code: 'REQUEST_MALFORMED' });
  });

  it('is a failed validation where nobody expects the file', () => {
    const mapped = map(wrap(new MulterError('LIMIT_UNEXPECTED_FILE', 'cv')));

    expect(mapped).toBeInstanceOf(ValidationException);
    expect(mapped?.fields).toEqual([
      {
        path: ['cv'],
        location: 'file',
        rule: 'unexpectedFile',
        code: 'VALIDATION_UNKNOWN_FIELD',
        params: {},
        message: 'is not an expected file',
      },
    ]);
  });
});

describe('A failure that only resembles one of a form', () => {
  it.each<[string, Error]>([
    [
      'in its author’s words',
      new BadRequestException('Avatar is too big', { cause: new MulterError('LIMIT_FILE_SIZE') }),
    ],
    ['with another status', new HttpException('File too large', 400)],
    ['with another error’s code', new MulterError('STREAM_DESTROYED')],
    ['of another name', Object.assign(new Error('x'), { code: 'LIMIT_FILE_SIZE' })],
  ])('is left alone: one %s', (_how, error) => {
    expect(map(error)).toBeUndefined();
  });

  it('is left alone where the request is no form', () => {
    expect(map(new BadRequestException('Too many files'), mapperContext())).toBeUndefined();
    expect(map(new Error('Unexpected end of form'), mapperContext())).toBeUndefined();
  });

  it('repeats no more of a field’s name than is of use', () => {
    const mapped = map(new MulterError('LIMIT_FILE_SIZE', 'x'.repeat(10_000)));

    expect(mapped?.details).toEqual({ limit: 'fileSize', field: 'x'.repeat(100) });
  });
});
