import { assignOptions } from '../resolve-options';
import type { CallOptions } from '../options';
import { isJson } from './body';
import type { Call, Shared } from './call';
import { KEY, lowerCase, newKey } from './headers';

const ABSOLUTE = /^([a-z][\w+.-]*:|[\\/]{2})/i;

/** Makes calls to one API; what is the same for all of them is worked out once. */
export function createPrepare(client: Shared) {
  const { baseUrl, auth } = client;
  const base = baseUrl.replace(/\/+$/, '');
  const ownHeaders = lowerCase(client.headers);
  const ownOrigin = originOf(baseUrl);
  return (
    method: string,
    path: string,
    body: unknown,
    given: CallOptions = {},
    source?: Request | true,
  ): Call => {
    const { idempotencyKey: key } = given;
    const isBelow = baseUrl && !ABSOLUTE.test(path);
    const url = isBelow ? base + path.replace(/^\/*/, '/') : path;
    const origin = isBelow ? ownOrigin : originOf(url);
    const isOwn = !ownOrigin || origin === ownOrigin;
    const headers: Record<string, string> = {
      ...(!source && isJson(body) && { 'content-type': 'application/json' }),
      ...(isOwn && ownHeaders),
      ...lowerCase(given.headers),
      ...(key && { [KEY]: key === true ? newKey() : key }),
    };
    const call = assignOptions(Object.create(client) as Call, given, true);
    return Object.assign(call, {
      ...{ method, url, body, source_: source, origin_: origin, given_: given, headers_: headers },
      ...{ init_: { headers }, attempts_: 0, repeats_: {} },
      endMs_: call.now_() + (call.totalTimeoutMs || Infinity),
      usesToken_: isOwn && auth && given.auth !== false && !headers['authorization'],
    });
  };
}

/** Outside of browsers a path has no origin. */
function originOf(url: string): string {
  try {
    return new URL(url, (globalThis as { location?: { href: string } }).location?.href).origin;
  } catch {
    return '';
  }
}
