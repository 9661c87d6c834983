import { AxiosError } from 'axios';
import { expect, it } from 'vitest';
import { axiosMapper } from '../../../lib/upstream/axios.mapper';
import { mapperContext } from './mapper-context';

const CODES = [
  ['ERR_NETWORK', 'UPSTREAM_FAILED', 502],
  ['ERR_BAD_RESPONSE', 'UPSTREAM_FAILED', 502],
  ['ERR_FR_TOO_MANY_REDIRECTS', 'UPSTREAM_FAILED', 502],
  ['ECONNABORTED', 'UPSTREAM_TIMEOUT', 504],
] as const;

it.each(CODES)('axios without an answer and with %s is %s', (axiosCode, code, status) => {
  const thrown = new AxiosError('secret', axiosCode);
  expect(axiosMapper(thrown, mapperContext())).toMatchObject({
    code,
    status,
    origin: 'dependency',
    cause: thrown,
  });
});

it('a request that axios would not send is no failure of an upstream', () => {
  const thrown = new AxiosError('secret', AxiosError.ERR_BAD_OPTION);
  expect(axiosMapper(thrown, mapperContext())).toBeUndefined();
});
