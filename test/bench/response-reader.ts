/** Reads the responses of a connection on which one request is under way at a time. */
export class ResponseReader {
  #received = '';

  /** @returns a response, once it is whole */
  read(chunk: Buffer): string | undefined {
    this.#received += chunk.toString('latin1');
    const end = this.#received.indexOf('\r\n\r\n');
    const length = /content-length: (\d+)/i.exec(this.#received)?.[1];
    if (end === -1 || length === undefined) return undefined;
    if (this.#received.length < end + 4 + Number(length)) return undefined;
    const text = this.#received;
    this.#received = '';
    return text;
  }
}
