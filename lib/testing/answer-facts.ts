/** An answer as supertest, `fastify.inject()` or a helper around `fetch` gives it. */
export interface ComparableAnswer {
  readonly status?: number;
  /** As `fastify.inject()` calls it. */
  readonly statusCode?: number;
  readonly headers: Iterable<readonly [string, string]> | Readonly<Record<string, unknown>>;
  /** Parsed, or the text. */
  readonly body: unknown;
}

/** They differ between any two requests. */
const VOLATILE_MEMBERS = new Set(['timestamp', 'traceId', 'path', 'instance']);
const VOLATILE_HEADERS = new Set(['date', 'x-trace-id', 'traceresponse', 'content-length']);

/** Members of a body that are the same for one and the same failure. */
const TOLD_MEMBERS = new Set([
  'status',
  'error',
  'code',
  'message',
  'type',
  'title',
  'detail',
  'method',
]);

/** What an answer tells about its failure, by name. */
export function toFacts({ status, statusCode, headers, body }: ComparableAnswer) {
  const facts = new Map([['status', String(status ?? statusCode)]]);
  for (const [name, value] of entriesOf(headers)) {
    const key = name.toLowerCase();
    if (!VOLATILE_HEADERS.has(key)) facts.set(`header ${key}`, headerFact(key, value));
  }
  addMembers(facts, 'body', '', parse(body));
  return facts;
}

/** Characters of the body, without what differs between any two requests. */
export function sizeOf({ body }: ComparableAnswer): number {
  return JSON.stringify(parse(body), withoutVolatile)?.length ?? 0;
}

function withoutVolatile(name: string, value: unknown): unknown {
  return VOLATILE_MEMBERS.has(name) ? 0 : value;
}

/** Requests of one client count down and wait: how many are left is no news. */
function headerFact(name: string, value: unknown): string {
  return name.startsWith('x-ratelimit-') ? 'present' : String(value);
}

function addMembers(facts: Map<string, string>, path: string, name: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) {
    facts.set(path, TOLD_MEMBERS.has(name) || name === '' ? String(value) : typeof value);
    return;
  }
  for (const [member, item] of Object.entries(value)) {
    const isVolatile = VOLATILE_MEMBERS.has(member);
    addMembers(facts, `${path}.${member}`, member, isVolatile ? 'present' : item);
  }
}

function parse(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

function entriesOf(headers: ComparableAnswer['headers']): Iterable<readonly [string, unknown]> {
  return Symbol.iterator in headers
    ? (headers as Iterable<readonly [string, unknown]>)
    : Object.entries(headers);
}
