import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** What `writeHead` takes: an object, or a list of names and values in turn or in pairs. */
export type GivenHeaders = OutgoingHttpHeaders | readonly OutgoingHttpHeader[];

type Pair = readonly [name: string, value: string | readonly string[]];

/** Makes them headers of the response. In a list a name may come several times. */
export function mergeHeaders(response: ServerResponse, given: GivenHeaders): void {
  const pairs = toPairs(given);
  for (const [name] of pairs) response.removeHeader(name);
  for (const [name, value] of pairs) response.appendHeader(name, value);
}

function toPairs(given: GivenHeaders): readonly Pair[] {
  if (!Array.isArray(given)) return Object.entries(given) as unknown as Pair[];
  if (Array.isArray(given[0])) return given as Pair[];
  const pairs: unknown[] = [];
  for (let index = 0; index < given.length; index += 2) pairs.push(given.slice(index, index + 2));
  return pairs as Pair[];
}
