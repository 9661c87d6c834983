import { expect, it } from 'vitest';
import { gotMapper } from '../../../lib/upstream/got.mapper';
import { mapperContext } from './mapper-context';

const FAILED = [
  'ERR_TOO_MANY_REDIRECTS',
  'ERR_READING_RESPONSE_STREAM',
  'ERR_BODY_PARSE_FAILURE',
  'ERR_UPLOAD',
];

it.each(FAILED)('got with %s is a failed upstream', (code) => {
  const thrown = Object.assign(new Error('secret'), { code });
  expect(gotMapper(thrown, mapperContext())).toMatchObject({
    code: 'UPSTREAM_FAILED',
    status: 502,
  });
});

it('a code of its own that says nothing of the upstream is left to others', () => {
  const thrown = Object.assign(new Error('secret'), { code: 'ERR_UNSUPPORTED_PROTOCOL' });
  expect(gotMapper(thrown, mapperContext())).toBeUndefined();
});
