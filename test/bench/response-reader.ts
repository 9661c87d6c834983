/** Reads the responses of a connection on which one request is under way at a time. */
export class ResponseReader {
  #received = '';

  /**
   * @returns a response, once it is whole
   * @throws Error for one that does not tell its length
   */
  read(chunk: Buffer): string | undefined {
    this.#received += chunk.toString('latin1');
    const end = this.#received.indexOf('\r\n\r\n');
    if (end === -1) return undefined;
    const length = /content-length: (\d+)/i.exec(this.#received)?.[1];
    if (length === undefined) throw new Error(`A response without a length: ${this.#received}`);
    if (this.#received.length < end + 4 + Number(length)) return undefined;
    const text = this.#received;
    this.#received = '';
    return text;
  }
}
