import { orUndefined } from '../or-undefined';
import { assignOptions } from '../resolve-options';
import type { Call } from './call';
import { KEY, lowerCase, newKey } from './headers';

/** @throws TypeError if an option of the call is unknown or wrong */
export function prepare(call: Call): void {
  const { $client, $given, url: path } = call;
  if ($given) assignOptions(call, $given);
  const { baseUrl, $origin: ownOrigin } = $client;
  const { idempotencyKey: key } = call;
  if (baseUrl && !/^(\w+:|[\\/]{2})/.test(path)) {
    call.url = baseUrl + (path.startsWith('/') ? path : `/${path}`);
  } else if (!path.startsWith(`${ownOrigin}/`)) call.$origin = originOf(path);
  const isOwn = !ownOrigin || call.$origin === ownOrigin;
  call.$headers = {
    ...(isOwn && $client.$headers),
    ...($given?.headers && lowerCase($given.headers)),
    ...(key && { [KEY]: key === true ? newKey() : key }),
  };
  call.$init = { headers: call.$headers };
  // Beyond what setTimeout takes, a timer fires at once: no call takes as long.
  call.$endMs = call.$now() + Math.min(call.totalTimeoutMs || Infinity, 2_147_483_647);
  call.$usesToken = isOwn && call.auth && !call.$headers['authorization'];
}

/** Outside of browsers a path has no origin. */
export function originOf(url: string): string {
  const page = globalThis as { location?: { href: string } };
  return orUndefined(() => new URL(url, page.location?.href).origin) ?? '';
}
