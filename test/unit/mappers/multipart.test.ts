import { BadRequestException } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { UPLOAD_MAPPERS } from '../../../lib/uploads/upload-mappers';
import { mapperContext } from './mapper-context';

const form = mapperContext({ request: { headers: { 'content-type': 'multipart/form-data' } } });

const map = (thrown: unknown) =>
  UPLOAD_MAPPERS.map((mapper) => mapper(thrown, form)).find((mapped) => mapped !== undefined);

const fastifyError = (code: string, more: object = {}) =>
  Object.assign(new Error('x'), { name: 'FastifyError', code, ...more });

describe('A failure of @fastify/multipart', () => {
  it.each([
    ['FST_PARTS_LIMIT', 413, 'PAYLOAD_TOO_LARGE'],
    ['FST_FILES_LIMIT', 413, 'PAYLOAD_TOO_LARGE'],
    ['FST_FIELDS_LIMIT', 413, 'PAYLOAD_TOO_LARGE'],
    ['FST_REQ_FILE_TOO_LARGE', 413, 'PAYLOAD_TOO_LARGE'],
    ['FST_PROTO_VIOLATION', 400, 'REQUEST_MALFORMED'],
    ['FST_MP_PREMATURE_CLOSE', 400, 'REQUEST_MALFORMED'],
    ['FST_INVALID_JSON_FIELD_ERROR', 400, 'REQUEST_MALFORMED'],
    ['FST_INVALID_MULTIPART_CONTENT_TYPE', 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ])('%s is a %i %s', (code, status, expected) => {
    expect(map(fastifyError(code))).toMatchObject({ status, code: expected });
  });

  it('tells the field of a file that is too large', () => {
    const error = fastifyError('FST_REQ_FILE_TOO_LARGE', { part: { fieldname: 'avatar' } });

    expect(map(error)).toMatchObject({ details: { limit: 'fileSize', field: 'avatar' } });
  });

  it.each(['FST_FILE_BUFFER_NOT_FOUND', 'FST_NO_FORM_DATA'])(
    'is left alone where it is this API’s own: %s',
    (code) => {
      expect(map(fastifyError(code))).toBeUndefined();
    },
  );

  it('is known by its text where Nest leaves nothing else', () => {
    expect(map(new BadRequestException('JSON field values too large - meta'))).toMatchObject({
      status: 413,
      details: { limit: 'jsonFieldsSize', field: 'meta' },
    });
  });
});

describe('A parser of forms', () => {
  it.each([
    'Multipart: Boundary not found',
    'Malformed part header',
    'Multipart: Malformed part header',
    'Malformed content type',
    'Unexpected end of form',
    'Unexpected end of file',
    'Unexpected end of multipart data',
    'Part terminated early due to unexpected end of multipart data',
    'File terminated early due to unexpected end of multipart data',
    'Request aborted',
    'Request closed',
    'the request was closed before the multipart data was fully parsed',
    'a request field is not a valid JSON as declared by its Content-Type',
  ])('says that a form is malformed: %s', (text) => {
    expect(map(new Error(text))).toMatchObject({ status: 400, code: 'REQUEST_MALFORMED' });
  });

  it('says that it cannot read a type', () => {
    expect(map(new Error('Unsupported content type: multipart/mixed'))).toMatchObject({
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
    });
  });
});
