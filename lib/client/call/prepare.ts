import type { CallOptions } from '../options';
import { isJson } from './body';
import type { Call, Shared } from './call';
import { KEY, lowerCase, newKey } from './headers';
import { join, originOf } from './locate';

/** Makes calls to one API; what is the same for all of them is worked out once. */
export function createPrepare({
  baseUrl,
  headers: own,
  clock,
  totalTimeoutMs,
  auth,
}: Shared['options']) {
  const ownHeaders = lowerCase(own);
  const ownOrigin = originOf(join(baseUrl, ''));
  return (
    method: string,
    path: string,
    body: unknown,
    given: CallOptions = {},
    source: Request | boolean = false,
  ): Call => {
    const { signal, idempotencyKey: key } = given;
    const url = join(baseUrl, path);
    const origin = originOf(url);
    const isOwn = !ownOrigin || origin === ownOrigin;
    const headers: Record<string, string> = {
      ...(!source && isJson(body) && { 'content-type': 'application/json' }),
      ...(isOwn && ownHeaders),
      ...lowerCase(given.headers),
      ...(key && { [KEY]: key === true ? newKey() : key }),
    };
    return {
      ...{ method, url, origin, headers, body, source, given, signal },
      ...{ sent: headers, text: '', attempts: 0, repeats: {} },
      endMs: clock.now() + ((given.totalTimeoutMs ?? totalTimeoutMs) || Number.POSITIVE_INFINITY),
      usesToken: isOwn && auth !== undefined && given.auth !== false && !headers['authorization'],
    };
  };
}
