import { BadRequestException, ForbiddenException, HttpException } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { requestErrorMapper } from '../../../lib/record/mappers/request-error.mapper';
import { mapperContext } from './mapper-context';

const map = (thrown: unknown) => requestErrorMapper(thrown, mapperContext());
const CSRF = { hint: 'Fetch a new CSRF token and send it with the request' };

/** What the engine says of a text that is no JSON. */
function refusalOf(text: string): string {
  try {
    JSON.parse(text);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`${text} is JSON`);
}

describe('What Nest 11 copies from a parser’s error', () => {
  it.each([
    '',
    '{',
    '{"a":',
    '{"a":"',
    'x',
    '{"a":1,}',
    '[1 2]',
    '"\n"',
    '{a:1}',
    '01',
    '-',
    '{}}',
  ])('is a malformed request, of the text %j', (text) => {
    const record = map(new BadRequestException(refusalOf(text)));

    expect(record).toMatchObject({
      status: 400,
      code: 'REQUEST_MALFORMED',
      message: 'The request body could not be parsed',
    });
  });

  it.each([
    [
      "Body cannot be empty when content-type is set to 'application/json'",
      400,
      'REQUEST_MALFORMED',
    ],
    [
      "Body is not valid JSON but content-type is set to 'application/json'",
      400,
      'REQUEST_MALFORMED',
    ],
    ['Request body size did not match Content-Length', 400, 'REQUEST_MALFORMED'],
    ['Object contains forbidden prototype property', 400, 'REQUEST_MALFORMED'],
    ['Request body is too large', 413, 'PAYLOAD_TOO_LARGE'],
    ["Failed to decode param '%FF'", 400, 'BAD_REQUEST'],
  ])('is told by the text: %s', (text, status, code) => {
    const record = map(new HttpException(text, status));

    expect(record).toMatchObject({ status, code });
    expect(record).not.toMatchObject({ message: text });
  });

  it.each(['Missing csrf secret', 'Invalid csrf token'])('is a forged request: %s', (text) => {
    expect(map(new ForbiddenException(text))).toMatchObject({
      status: 403,
      code: 'PERMISSION_DENIED',
      details: CSRF,
    });
  });

  it.each<[string, HttpException]>([
    ['a text of its author', new BadRequestException('Not a valid date')],
    ['a text about JSON', new BadRequestException('Send JSON, please')],
    ['a cause of its own', new BadRequestException('x is not valid JSON', { cause: new Error() })],
    ['another status', new HttpException('Unexpected end of JSON input', 404)],
    ['a failure of the server', new HttpException('Request body is too large', 500)],
  ])('is not seen in an exception with %s', (_what, exception) => {
    expect(map(exception)).toBeUndefined();
  });
});
