import { type HeaderName, headerName, type HeaderTarget, setHeader } from './set-header';

const EXPOSE = headerName('Access-Control-Expose-Headers');

/** Lets scripts of other origins read the headers, where CORS lets them read the answer. */
export function exposeHeaders(response: HeaderTarget, names: readonly HeaderName[]): void {
  if (response.getHeader('access-control-allow-origin') === undefined) return;
  const given = String(response.getHeader(EXPOSE.lowercase) ?? '').trim();
  const exposed = given === '' ? [] : given.split(',').map((name) => name.trim());
  const known = new Set(exposed.map((name) => name.toLowerCase()));
  const missing = names.filter(({ lowercase }) => !known.has(lowercase));
  if (missing.length === 0) return;
  setHeader(response, EXPOSE, [...exposed, ...missing.map(({ name }) => name)].join(', '));
}
