const ABSOLUTE = /^([a-z][\w+.-]*:|[\\/]{2})/i;

/** A path below a base; an absolute URL stays as it is. */
export function join(baseUrl: string, path: string): string {
  if (!baseUrl || ABSOLUTE.test(path)) return path;
  let end = baseUrl.length;
  while (baseUrl[end - 1] === '/') end--;
  return `${baseUrl.slice(0, end)}/${path.replace(/^\/+/, '')}`;
}

/** Outside of browsers a path has no origin. */
export function originOf(url: string): string {
  try {
    return new URL(url, (globalThis as { location?: { href: string } }).location?.href).origin;
  } catch {
    return '';
  }
}
