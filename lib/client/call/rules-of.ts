import type { Recovery, RetryRule } from '../options';
import type { Call } from './call';
import { RETRY_MATRIX } from './retry-matrix';

/** The matrix, with what it says in words: refresh first, and check if resolved. */
export function rulesOf({ $client, retry, isResolved, recovery }: Call) {
  const ownRetry = retry && $client.retry;
  const rules: Readonly<Record<string, RetryRule | Recovery | undefined>> = {
    __proto__: null as never,
    ...(ownRetry && { ...RETRY_MATRIX, 409: isResolved }),
    AUTH_TOKEN_EXPIRED: 'REFRESH_TOKEN',
    ...ownRetry,
    ...retry,
    ...recovery,
  };
  return rules;
}
