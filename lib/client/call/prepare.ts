import { assignOptions } from '../resolve-options';
import type { CallOptions } from '../options';
import { isJson } from './body';
import type { Call, Shared } from './call';
import { KEY, lowerCase, newKey } from './headers';

const ABSOLUTE = /^([a-z][\w+.-]*:|[\\/]{2})/i;

/** Makes calls to one API; what is the same for all of them is worked out once. */
export function createPrepare(client: Shared) {
  const { baseUrl } = client;
  const base = baseUrl.replace(/(?<!\/)\/+$/, '');
  const ownHeaders = lowerCase(client.headers);
  const ownOrigin = originOf(baseUrl);
  return (
    method: string,
    path: string,
    body: unknown,
    given: CallOptions = {},
    source?: Request | true,
  ): Call => {
    const call = assignOptions(Object.create(client) as Call, given);
    const { idempotencyKey: key, totalTimeoutMs } = call;
    const isBelow = baseUrl && !ABSOLUTE.test(path);
    const url = isBelow ? base + path.replace(/^\/*/, '/') : path;
    const origin = isBelow ? ownOrigin : originOf(url);
    const isOwn = !ownOrigin || origin === ownOrigin;
    const headers: Record<string, string> = {
      ...(!source && isJson(body) && { 'content-type': 'application/json' }),
      ...(isOwn && ownHeaders),
      ...(given.headers && lowerCase(given.headers)),
      ...(key && { [KEY]: key === true ? newKey() : key }),
    };
    const usesToken = isOwn && call.auth && !headers['authorization'];
    return Object.assign(call, {
      ...{ method, url, body, $source: source, $origin: origin },
      ...{ $headers: headers, $init: { headers }, $attempts: 0, $repeats: {} },
      $endMs: call.$now() + (totalTimeoutMs || Infinity),
      ...{ $usesToken: usesToken, $renew: usesToken && client.$renew },
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
