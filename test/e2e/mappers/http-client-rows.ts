import { refusingUrl, urlOf } from './dependency';
import { CANARY, type FailureRow } from './failure-row';

type Code = FailureRow['code'];
type Expected = Pick<FailureRow, 'headers'>;

const NO_RETRY_AFTER: Expected = { headers: { 'retry-after': null } };

/** How a client is used by a handler. */
export interface HttpClient {
  readonly source: string;
  /** Reads the answer to its end. */
  readonly call: (url: string) => unknown;
  /** The same, but waits for milliseconds only. */
  readonly callInHaste: (url: string) => unknown;
}

/** Failures of the network, which every client meets. */
export function networkRows({ source, call, callInHaste }: HttpClient): FailureRow[] {
  const row = (failure: string, raise: () => unknown, code: Code): FailureRow => {
    return { source, failure, raise, code };
  };
  return [
    row('a refused connection', () => call(refusingUrl()), 'UPSTREAM_FAILED'),
    row('an unknown host', () => call(`http://${CANARY}.invalid`), 'UPSTREAM_FAILED'),
    row('a reset', () => call(urlOf('/resets')), 'UPSTREAM_FAILED'),
    row('an answer that breaks off', () => call(urlOf('/breaks-off')), 'UPSTREAM_FAILED'),
    row('an answer that is not HTTP', () => call(urlOf('/babbles')), 'UPSTREAM_FAILED'),
    row('no answer in time', () => callInHaste(urlOf('/hangs')), 'UPSTREAM_TIMEOUT'),
  ];
}

/** axios alone cannot tell an answer that it gave up from one that broke off. */
export function stallRow({ source, callInHaste }: HttpClient): FailureRow {
  const raise = () => callInHaste(urlOf('/stalls'));
  return { source, failure: 'half an answer in time', raise, code: 'UPSTREAM_TIMEOUT' };
}

/** Answers that a client makes an error of; `isError` picks those that it does. */
export function statusRows(
  { source, call }: Pick<HttpClient, 'source' | 'call'>,
  isError: (path: string) => boolean = () => true,
): FailureRow[] {
  const row = (path: string, code: Code, expected: Expected = {}): FailureRow => {
    const raise = () => call(urlOf(path));
    return { source, failure: `an answer ${path.slice(1)}`, raise, code, ...expected };
  };
  return [
    row('/400', 'UPSTREAM_FAILED'),
    row('/401', 'UPSTREAM_FAILED', { headers: { 'www-authenticate': null } }),
    row('/404', 'UPSTREAM_FAILED'),
    row('/500', 'UPSTREAM_FAILED'),
    row('/500?retry-after=7', 'UPSTREAM_FAILED', NO_RETRY_AFTER),
    row('/429', 'SERVICE_UNAVAILABLE', NO_RETRY_AFTER),
    row('/429?retry-after=7', 'SERVICE_UNAVAILABLE', { headers: { 'retry-after': '7' } }),
    row('/503?retry-after=86400', 'SERVICE_UNAVAILABLE', { headers: { 'retry-after': '3600' } }),
    row('/408', 'UPSTREAM_TIMEOUT'),
    row('/504', 'UPSTREAM_TIMEOUT'),
  ].filter(({ failure }) => isError(failure));
}
