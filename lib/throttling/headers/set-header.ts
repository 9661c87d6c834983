/** What headers are set on: the response of Express and `node:http`, or Fastify's reply. */
export interface HeaderTarget {
  setHeader?(name: string, value: string | number): unknown;
  header?(name: string, value: string | number): unknown;
  getHeader(name: string): string | number | readonly string[] | undefined;
}

/** Fastify lowers each name at each call, which costs half the call unless it is low already. */
export interface HeaderName {
  readonly name: string;
  readonly lowercase: string;
}

export function headerName(name: string): HeaderName {
  return { name, lowercase: name.toLowerCase() };
}

export function setHeader(
  response: HeaderTarget,
  { name, lowercase }: HeaderName,
  value: string | number,
): void {
  if (response.setHeader) response.setHeader(name, value);
  else response.header?.(lowercase, value);
}
