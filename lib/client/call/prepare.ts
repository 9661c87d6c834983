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
  const { baseUrl, $origin: ownOrigin } = client;
  const { idempotencyKey: key = client.idempotencyKey } = given;
  const isBelow = baseUrl && !/^(\w+:|[\\/]{2})/.test(path);
  const url = isBelow ? baseUrl.replace(/\/$/, '') + path.replace(/^\/?/, '/') : path;
  const origin = isBelow ? ownOrigin : originOf(url);
  const isOwn = !ownOrigin || origin === ownOrigin;
  const headers: Record<string, string> = {
    ...(isOwn && client.$headers),
    ...(given.headers && lowerCase(given.headers)),
    ...(key && { [KEY]: key === true ? newKey() : key }),
  };
  // One literal: what is added to an object later costs microseconds.
  const fields = {
    __proto__: client,
    ...{ $client: client, $source: source, $origin: origin, method, url, body },
    ...{ $headers: headers, $init: { headers }, $attempts: 0, $repeats: {}, $endMs: 0 },
    ...{ $usesToken: undefined, $token: undefined, $isSent: false, $text: '' },
    ...{ $failed: undefined, $settle: undefined, $openMs: undefined },
    ...{ headers: client.headers, init: client.init, signal: client.signal },
  };
  const call = assignOptions(fields as unknown as Call, given);
  // Beyond what setTimeout takes, a timer fires at once: no call takes as long.
  call.$endMs = call.$now() + Math.min(call.totalTimeoutMs || Infinity, 2_147_483_647);
  call.$usesToken = isOwn && call.auth && !headers['authorization'];
  return call;
}

/** Outside of browsers a path has no origin. */
export function originOf(url: string): string {
  const page = globalThis as { location?: { href: string } };
  return orUndefined(() => new URL(url, page.location?.href).origin) ?? '';
}
