/** The part of an HTTP/2 connection that belongs to one response. */
export interface Http2Stream {
  readonly destroyed: boolean;
  readonly closed: boolean;
  /** @param code an error code of RFC 9113, section 7 */
  close(code: number): void;
}

/** Undefined for responses of HTTP/1. */
export function http2StreamOf(response: object): Http2Stream | undefined {
  return (response as { readonly stream?: Http2Stream }).stream;
}
