import { get } from '../../late/wire';

export type Platform = 'Express' | 'Fastify';
type PerPlatform<Value> = Value | Readonly<Record<Platform, Value>>;

/** Where the id of one exchange can be read. */
export type Place = 'header' | 'body' | 'log';

/** One way for an exchange to end. */
export interface ExitPath {
  readonly name: string;
  /** What is sent over the wire. */
  readonly text: string;
  /** Undefined where nothing is answered, or the platform has no such path. */
  readonly status: PerPlatform<number | undefined>;
  /** Everywhere, unless fewer are named. */
  readonly places?: readonly Place[];
  /** The first time does not count. */
  readonly isRepeated?: true;
  readonly by?: 'inject' | 'leaving';
  /** What is special about the application. */
  readonly app?: 'hasty' | 'foreign hook' | 'assigned hook' | 'failing hook';
}

const head = (method: string, path: string, ...headers: readonly string[]) =>
  [`${method} ${path} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers, '', ''].join('\r\n');

const post = (path: string, body: string) =>
  head('POST', path, 'Content-Type: application/json', `Content-Length: ${body.length}`) + body;

const PREFLIGHT = ['Origin: https://shop.example', 'Access-Control-Request-Method: GET'];
const HEADER_AND_LOG = ['header', 'log'] as const;

export const EXIT_PATHS: readonly ExitPath[] = [
  { name: 'a handler answers', text: get('/api/fine'), status: 200 },
  { name: 'a handler throws', text: get('/api/error'), status: 500 },
  { name: 'a handler rejects, turns later', text: get('/api/late-error'), status: 404 },
  { name: 'an interceptor throws', text: get('/api/intercepted'), status: 409 },
  { name: 'a pipe refuses', text: get('/api/piped/x'), status: 422 },
  { name: 'a body is not valid', text: post('/api/validated', '{"email":1}'), status: 422 },
  { name: 'a guard refuses', text: get('/api/guarded'), status: 403 },
  { name: 'a rate limit', text: get('/api/throttled'), status: 429, isRepeated: true },
  { name: 'no such route', text: get('/api/nothing'), status: 404 },
  { name: 'a wrong method', text: head('DELETE', '/api/error'), status: 405 },
  {
    name: 'HEAD of no route',
    text: head('HEAD', '/api/none'),
    status: 404,
    places: HEADER_AND_LOG,
  },
  { name: 'malformed JSON', text: post('/api/validated', '{"a":'), status: 400 },
  { name: 'a body too large', text: post('/api/validated', 'x'.repeat(1.2e6)), status: 413 },
  { name: 'middleware throws', text: get('/api/middleware-throws'), status: 500 },
  { name: 'middleware hands on an error', text: get('/api/middleware-fails'), status: 500 },
  { name: '`app.use()` throws', text: get('/used'), status: 500 },
  { name: 'a bad URL', text: get('/api/piped/%FF'), status: 400 },
  {
    name: 'a parameter of 101 characters',
    text: get(`/api/long/${'x'.repeat(101)}`),
    status: { Express: 200, Fastify: 414 },
  },
  {
    name: 'a preflight',
    text: head('OPTIONS', '/api/fine', ...PREFLIGHT),
    status: 204,
    places: ['header'],
  },
  { name: 'outside the global prefix', text: get('/nothing'), status: 404 },
  { name: 'a redirect', text: get('/api/moved'), status: 302, places: HEADER_AND_LOG },
  { name: 'the raw response, with a forged id', text: get('/api/raw'), status: 200 },
  { name: 'an answer that cannot be JSON', text: get('/api/unserializable'), status: 500 },
  { name: 'a handler takes too long', text: get('/api/timeout'), status: 504 },
  { name: 'a file fails at once', text: get('/api/file-early'), status: 500 },
  {
    name: 'a file fails amid its bytes, and is cut',
    text: get('/api/file'),
    status: 200,
    places: HEADER_AND_LOG,
  },
  { name: 'NDJSON fails amid its records', text: get('/api/lines'), status: 200 },
  { name: 'server-sent events fail', text: get('/api/events'), status: 200 },
  {
    name: 'the client leaves',
    text: get('/api/abandoned'),
    status: undefined,
    by: 'leaving',
    places: ['log'],
  },
  { name: 'the parser: garbage', text: 'GARBAGE\r\n\r\n', status: 400 },
  {
    name: 'the parser: a header without a colon',
    text: 'GET / HTTP/1.1\r\nHost x\r\n\r\n',
    status: 400,
  },
  {
    name: 'the parser: a broken chunk',
    text: `${head('POST', '/api/validated', 'Content-Type: application/json', 'Transfer-Encoding: chunked')}ZZ\r\n`,
    status: 400,
  },
  {
    name: 'the parser: headers too large',
    text: get('/', `X: ${'x'.repeat(20_000)}`),
    status: 431,
  },
  { name: 'the parser: headers too late', text: 'GET / HTTP/1.1\r\n', status: 408, app: 'hasty' },
  {
    name: 'the parser: a body too late',
    text: head('POST', '/api/validated', 'Content-Type: application/json', 'Content-Length: 9'),
    status: 408,
    app: 'hasty',
  },
  { name: 'an unknown expectation', text: get('/api/fine', 'Expect: miracle'), status: 417 },
  {
    name: '`fastify.inject()`, answered',
    text: '/api/fine',
    status: { Express: undefined, Fastify: 200 },
    by: 'inject',
  },
  {
    name: '`fastify.inject()`, refused',
    text: '/api/guarded',
    status: { Express: undefined, Fastify: 403 },
    by: 'inject',
  },
  {
    name: 'a foreign request hook, answered',
    text: get('/api/fine'),
    status: 200,
    app: 'foreign hook',
  },
  {
    name: 'a foreign request hook, refused',
    text: get('/api/guarded'),
    status: 403,
    app: 'foreign hook',
  },
  {
    name: 'a foreign hook by assignment',
    text: get('/api/fine'),
    status: 200,
    app: 'assigned hook',
  },
  { name: 'a foreign hook fails', text: get('/api/fine'), status: 500, app: 'failing hook' },
];

export function statusOn({ status }: ExitPath, platform: Platform): number | undefined {
  return typeof status === 'object' ? status[platform] : status;
}

/** The paths that a platform has. */
export function pathsOf(platform: Platform): ExitPath[] {
  return EXIT_PATHS.filter(
    (path) => path.by === 'leaving' || statusOn(path, platform) !== undefined,
  );
}

/** The table in docs/tracing.md. */
export function toTable(): string {
  const cell = (path: ExitPath, platform: Platform) => {
    if (!pathsOf(platform).includes(path)) return '–';
    const { places = ['header', 'body', 'log'] } = path;
    return `${statusOn(path, platform) ?? 'none'}: ${places.join(' = ')}`;
  };
  const rows = EXIT_PATHS.map(
    (path) => `| ${path.name} | ${cell(path, 'Express')} | ${cell(path, 'Fastify')} |`,
  );
  return ['| exit path | Express | Fastify |', '|---|---|---|', ...rows].join('\n');
}
