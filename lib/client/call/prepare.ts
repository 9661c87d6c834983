import { orUndefined } from '../or-undefined';
import type { CallOptions } from '../options';
import { assignOptions } from '../resolve-options';
import type { Call, Shared } from './call';
import { KEY, lowerCase, newKey } from './headers';

/** @throws TypeError if an option of the call is unknown or wrong */
export function prepare(
  client: Shared,
  method: string,
  path: string,
  body: unknown,
  given: CallOptions = {},
  source?: Request | true,
): Call {
  const call = assignOptions(Object.create(client) as Call, given);
  const { baseUrl, $origin: ownOrigin } = client;
  const { idempotencyKey: key, totalTimeoutMs } = call;
  const isBelow = baseUrl && !/^(\w+:|[\\/]{2})/.test(path);
  const url = isBelow ? baseUrl.replace(/\/$/, '') + path.replace(/^\/?/, '/') : path;
  const origin = isBelow ? ownOrigin : originOf(url);
  const isOwn = !ownOrigin || origin === ownOrigin;
  const headers: Record<string, string> = {
    ...(isOwn && client.$headers),
    ...(given.headers && lowerCase(given.headers)),
    ...(key && { [KEY]: key === true ? newKey() : key }),
  };
  const usesToken = isOwn && call.auth && !headers['authorization'];
  return Object.assign(call, {
    ...{ method, url, body, $source: source, $origin: origin, $client: client },
    ...{ $headers: headers, $init: { headers }, $attempts: 0, $repeats: {} },
    // Beyond what setTimeout takes, a timer fires at once: no call takes as long.
    $endMs: call.$now() + Math.min(totalTimeoutMs || Infinity, 2_147_483_647),
    ...{ $usesToken: usesToken, $renew: usesToken ? client.$renew : undefined },
  });
}

/** Outside of browsers a path has no origin. */
export function originOf(url: string): string {
  const page = globalThis as { location?: { href: string } };
  return orUndefined(() => new URL(url, page.location?.href).origin) ?? '';
}
